using System.Globalization;
using System.Text.Json;
using Bot.Chat.Calls;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Rendering;
using Bot.Discord.Setup.Permissions;

namespace Bot.Discord.Sending;

/// <summary>Looks for a post in a channel or thread after its answer was lost.</summary>
internal sealed class DiscordLookup(DiscordClient client, ChannelAccess access)
{
    /// <summary>
    /// Pages of <see cref="DiscordLimits.MessagesPerPage"/>; a channel that got more messages since the first attempt is not read to its
    /// end.
    /// </summary>
    private const int MostPages = 50;

    /// <param name="channel">Channel of a root, thread of a reply.</param>
    public async Task<FindOutcome> FindAsync(
        SendRequest request,
        string channel,
        DiscordPayload payload,
        CancellationToken cancellationToken
    )
    {
        var self = await access.MeAsync(cancellationToken);
        if (self is not DiscordAnswer.Accepted { Id: { } me })
        {
            return Unread(self);
        }

        // Everything in a thread came after its root, so no clock is needed there.
        var earliest = Snowflake.Parse(request.ThreadId ?? Snowflake.At(client.Clock.EarliestOf(request.FirstAttemptAt))) ?? 0;
        var isDoubtful = false;
        string? before = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await client.SendAsync(
                DiscordRoute.GetMessages(channel, before, DiscordLimits.MessagesPerPage),
                null,
                cancellationToken
            );
            if (answer is not DiscordAnswer.Accepted { Json: { ValueKind: JsonValueKind.Array } json })
            {
                return Unread(answer);
            }

            var oldest = ulong.MaxValue;
            foreach (var message in json.EnumerateArray())
            {
                switch (IsIt(message, me, request.Key, payload))
                {
                    case true when message.StringAt("id") is { } id:
                        return new FindOutcome.Found(id);
                    case null:
                        isDoubtful = true;
                        break;
                }

                oldest = Math.Min(oldest, Snowflake.Parse(message.StringAt("id")) ?? ulong.MaxValue);
            }

            if (json.GetArrayLength() < DiscordLimits.MessagesPerPage || oldest < earliest)
            {
                return isDoubtful
                    ? new FindOutcome.CannotTell("A message bears the post's mark, and Discord does not say whose it is.")
                    : await AbsentAsync(request, channel, cancellationToken);
            }

            before = oldest.ToString(CultureInfo.InvariantCulture);
        }

        return new FindOutcome.CannotTell("The channel is too busy to be read to its end.");
    }

    /// <summary>Without the right to read the history, Discord answers with an empty list rather than an error.</summary>
    private async Task<FindOutcome> AbsentAsync(SendRequest request, string channel, CancellationToken cancellationToken) =>
        // A direct message is no channel of the server, and its history is always there to be read.
        channel == request.Channel.Channel
        && request.ThreadId == channel
            ? new FindOutcome.Absent()
            : await access.LookAsync(channel, request.Channel.Workspace, cancellationToken) switch
            {
                null => new FindOutcome.RetryAfter(null, "Discord does not say what the bot may do in the channel."),
                { } rights when rights.Has.HasFlag(Permission.ReadMessageHistory) => new FindOutcome.Absent(),
                _ => new FindOutcome.CannotTell("Read Message History is missing: what was posted cannot be looked up."),
            };

    /// <summary>What an unreadable channel means.</summary>
    public static FindOutcome Unread(DiscordAnswer answer) =>
        answer switch
        {
            // Nothing is in a channel that is gone; sending will give the same result.
            DiscordAnswer.Refused { Error: DiscordError.ChannelGone or DiscordError.MessageGone } => new FindOutcome.Absent(),
            DiscordAnswer.Refused { Error: DiscordError.TokenRefused } refused => new FindOutcome.Blocked(
                RejectReason.TokenRefused,
                refused.Detail
            ),
            DiscordAnswer.Refused { Error: DiscordError.PermissionMissing } refused => new FindOutcome.Blocked(
                RejectReason.PermissionMissing,
                refused.Detail
            ),
            // Not Discord's own answer: it says nothing about what is there.
            DiscordAnswer.Refused { Error: DiscordError.Other } refused => new FindOutcome.RetryAfter(null, refused.Detail),
            DiscordAnswer.Refused refused => new FindOutcome.CannotTell(refused.Detail),
            DiscordAnswer.Limited limited => new FindOutcome.RetryAfter(limited.After, limited.Detail),
            DiscordAnswer.Lost lost => new FindOutcome.RetryAfter(null, lost.Detail),
            DiscordAnswer.NotSent notSent => new FindOutcome.RetryAfter(null, notSent.Detail),
            _ => new FindOutcome.RetryAfter(null, "The answer could not be read."),
        };

    /// <summary>
    /// True for the bot's own message with the key's mark, or without any mark if it shows the same texts. Null: it has the mark, but its
    /// author is unknown.
    /// </summary>
    public static bool? IsIt(JsonElement message, string me, PostKey key, DiscordPayload payload)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var isMarked = PostMark.In(message) is { } mark ? mark == PostMark.Of(key) : (bool?)null;
        return !message.TryGetProperty("author", out var author) || author.StringAt("id") is not { } from
            ? isMarked == true
                ? null
                : false
            : from == me && (isMarked ?? IsAlike(message, payload));
    }

    /// <summary>Whether it shows the payload's texts, possibly in the plainer form. A line that mentions a role may follow.</summary>
    private static bool IsAlike(JsonElement message, DiscordPayload payload) =>
        message.StringAt("content") is { Length: > 0 } content
            ? PlainerForm.ContentOf(payload) is { } plain && content.StartsWith(plain, StringComparison.Ordinal)
            : MessageTexts.Of(message).Take(payload.Texts.Count).SequenceEqual(payload.Texts);
}
