using Bot.Chat.Platforms;

namespace Bot.Discord.Api;

/// <summary>What a refusal means for the post.</summary>
public enum DiscordError
{
    /// <summary>The token is not accepted: nothing more is sent with it.</summary>
    TokenRefused,
    PermissionMissing,
    ChannelGone,
    MessageGone,

    /// <summary>The thread takes no replies.</summary>
    ThreadLocked,

    /// <summary>The channel takes a different kind of post.</summary>
    WrongChannel,
    PayloadRefused,

    /// <summary>Must be unarchived first.</summary>
    ThreadArchived,

    /// <summary>What was requested already exists.</summary>
    AlreadyDone,

    /// <summary>A forum post does not take messages yet.</summary>
    NotYet,

    /// <summary>Not accepted now; see <see cref="DiscordErrors.WaitOf"/>.</summary>
    Wait,

    /// <summary>It may nevertheless have been accepted.</summary>
    Unknown,

    /// <summary>Without a code of Discord's, or with one that its page does not explain: it says nothing about what was sent.</summary>
    Other,
}

/// <summary>
/// The only place that interprets Discord's codes. https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
/// </summary>
public static class DiscordErrors
{
    private const int CloudflareBlocked = 40333;
    private const int TooManyThreads = 160006;
    private const int TooManyAnnouncementThreads = 160007;

    /// <param name="status">HTTP status other than success.</param>
    /// <param name="code">Discord's code; 0 if the body has none or is not JSON.</param>
    public static DiscordError Of(int status, int code) =>
        code switch
        {
            40001 or 50014 => DiscordError.TokenRefused,
            50001 or 50013 or 160002 => DiscordError.PermissionMissing,
            10003 or 10004 => DiscordError.ChannelGone,
            10008 => DiscordError.MessageGone,
            160005 => DiscordError.ThreadLocked,
            50008 or 50024 => DiscordError.WrongChannel,
            // Has two meanings: a forum takes only posts, or its newest post has no first message yet
            // (https://github.com/discord/discord-api-docs/issues/6340).
            40058 => DiscordError.NotYet,
            50083 => DiscordError.ThreadArchived,
            160004 or 40033 => DiscordError.AlreadyDone,
            TooManyThreads or TooManyAnnouncementThreads => DiscordError.Wait,
            20016 or 20022 or 20028 or 20029 or 30046 or 40004 or 40006 or 40062 or 110000 or 110001 or 130000 => DiscordError.Wait,
            // A form, a size, a text stopped by a filter, a message that is not ours or cannot be changed, a tag that the forum requires.
            20009 or 40005 or 40067 or 50005 or 50006 or 50021 or 50035 or 50045 or 50068 or 50080 or 50081 or 50109 =>
                DiscordError.PayloadRefused,
            90001 or 160014 or 200000 or 200001 or 240000 or 400001 => DiscordError.PayloadRefused,
            _ => status switch
            {
                401 => DiscordError.TokenRefused,
                // Blocked by Cloudflare: temporary, but only ends if the bot stays silent.
                403 when code == CloudflareBlocked => DiscordError.Wait,
                403 when code != 0 => DiscordError.PermissionMissing,
                // Whoever says so, a body that is too large stays too large.
                413 => DiscordError.PayloadRefused,
                429 => DiscordError.Wait,
                408 or >= 500 or < 200 => DiscordError.Unknown,
                _ => DiscordError.Other,
            },
        };

    /// <summary>
    /// Whether a plainer form of the message may pass where this one failed: the form was refused because of a changed limit or a
    /// component no longer accepted.
    /// </summary>
    public static bool MayPassPlainer(int code) => code == 50035;

    /// <summary>
    /// How long to wait if Discord names no time: hours for what people must clear up, minutes for what Discord has switched off.
    /// </summary>
    public static TimeSpan? WaitOf(int code) =>
        code switch
        {
            TooManyThreads or TooManyAnnouncementThreads => TimeSpan.FromHours(1),
            20022 or 30046 or 40004 or 40006 => TimeSpan.FromMinutes(15),
            40058 => TimeSpan.FromSeconds(2),
            CloudflareBlocked => TimeSpan.FromMinutes(30),
            _ => null,
        };

    /// <summary>The scope of that wait.</summary>
    public static RetryScope ScopeOf(int code) =>
        code switch
        {
            TooManyThreads or TooManyAnnouncementThreads or 20029 => RetryScope.Workspace,
            CloudflareBlocked => RetryScope.Token,
            _ => RetryScope.Channel,
        };

    /// <summary>The ledger's reason for a permanent refusal; null for any other.</summary>
    public static RejectReason? ReasonOf(DiscordError error) =>
        error switch
        {
            DiscordError.TokenRefused => RejectReason.TokenRefused,
            DiscordError.PermissionMissing => RejectReason.PermissionMissing,
            DiscordError.ChannelGone or DiscordError.WrongChannel => RejectReason.ChannelGone,
            DiscordError.MessageGone => RejectReason.ThreadGone,
            // An archived thread that the bot may not reopen was locked by a moderator.
            DiscordError.ThreadLocked or DiscordError.ThreadArchived => RejectReason.ThreadLocked,
            DiscordError.PayloadRefused => RejectReason.PayloadRefused,
            DiscordError.AlreadyDone or DiscordError.Other => RejectReason.Other,
            _ => null,
        };
}
