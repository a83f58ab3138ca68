namespace Bot.Chat.Platforms;

/// <summary>Why a post is in its current state. A closed list, also used as metric label and in exports.</summary>
public static class Reasons
{
    /// <summary>The sender died, or lost its lease, while the request was in flight.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>The request may have been sent, but no usable answer came back.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>Being looked up on the platform before sending, because the ledger may be older than what was sent.</summary>
    public const string Verifying = "verifying";

    /// <summary>Found on the platform after an unknown outcome.</summary>
    public const string Found = "found";

    /// <summary>Not found on the platform in two look-ups: will be sent again.</summary>
    public const string Absent = "absent";

    /// <summary>The platform cannot tell whether it has the post: needs a person.</summary>
    public const string CannotTell = "cannot-tell";

    /// <summary>The platform did not answer any look-up within the window: needs a person.</summary>
    public const string LookUnanswered = "look-unanswered";

    /// <summary>Sent several times without an answer, and proved absent each time: the post itself seems to be the problem.</summary>
    public const string NeverArrives = "never-arrives";

    /// <summary>The platform has been unreachable, or has not answered, for a long time. For alerts, not posts.</summary>
    public const string OutOfReach = "out-of-reach";

    /// <summary>The platform asked to wait, or was unreachable.</summary>
    public const string Waiting = "waiting";

    /// <summary>The useful window ended first.</summary>
    public const string WindowPassed = "window-passed";

    /// <summary>The payload could not be rendered.</summary>
    public const string RenderFailed = "render-failed";

    /// <summary>The root was not posted, so there is no thread to reply in.</summary>
    public const string RootFailed = "root-failed";

    /// <summary>The post to edit or delete was never posted.</summary>
    public const string TargetNotSent = "target-not-sent";

    /// <summary>An admin skipped the post.</summary>
    public const string Skipped = "skipped";

    /// <summary>An admin cancelled the delivery.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>An admin sent it again under a new key.</summary>
    public const string Resent = "resent";

    /// <summary>An admin resolved a parked post.</summary>
    public const string Settled = "settled";

    /// <summary>An admin deleted it from the channel.</summary>
    public const string Recalled = "recalled";

    /// <summary>An admin paused sending.</summary>
    public const string PausedByAdmin = "paused-by-admin";

    /// <summary>The bot was removed from the workspace.</summary>
    public const string BotRemoved = "bot-removed";

    /// <summary>Superseded by a newer revision's edit of the same post; not sent any more.</summary>
    public const string Overtaken = "overtaken";

    /// <summary>The configuration no longer opens its series to the workspace.</summary>
    public const string SeriesClosed = "series-closed";

    /// <summary>The channel was unsubscribed before it was sent.</summary>
    public const string Unsubscribed = "unsubscribed";

    /// <summary>A correction that waits for a person, as its subscription wants; cancelled: the person left it out.</summary>
    public const string Unconfirmed = "unconfirmed";

    public const string TokenRefused = "token-refused";
    public const string PermissionMissing = "permission-missing";
    public const string ChannelGone = "channel-gone";
    public const string ThreadGone = "thread-gone";
    public const string ChannelLocked = "channel-locked";
    public const string ThreadLocked = "thread-locked";
    public const string PayloadRefused = "payload-refused";
    public const string Refused = "refused";

    /// <summary>No briefing of a series by its expected time. For alerts, not posts.</summary>
    public const string BriefingMissing = "briefing-missing";

    /// <summary>The briefing arrived by its expected time but is held. For alerts, not posts.</summary>
    public const string BriefingHeld = "briefing-held";

    /// <summary>All reasons.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Interrupted,
        NoAnswer,
        Verifying,
        Found,
        Absent,
        CannotTell,
        LookUnanswered,
        NeverArrives,
        OutOfReach,
        Waiting,
        WindowPassed,
        RenderFailed,
        RootFailed,
        TargetNotSent,
        Skipped,
        Cancelled,
        Resent,
        Settled,
        Recalled,
        PausedByAdmin,
        BotRemoved,
        Overtaken,
        SeriesClosed,
        Unsubscribed,
        Unconfirmed,
        TokenRefused,
        PermissionMissing,
        ChannelGone,
        ThreadGone,
        ChannelLocked,
        ThreadLocked,
        PayloadRefused,
        Refused,
        BriefingMissing,
        BriefingHeld,
    ];

    public static string Of(RejectReason reason) =>
        reason switch
        {
            RejectReason.TokenRefused => TokenRefused,
            RejectReason.PermissionMissing => PermissionMissing,
            RejectReason.ChannelGone => ChannelGone,
            RejectReason.ThreadGone => ThreadGone,
            RejectReason.ChannelLocked => ChannelLocked,
            RejectReason.ThreadLocked => ThreadLocked,
            RejectReason.PayloadRefused => PayloadRefused,
            _ => Refused,
        };
}
