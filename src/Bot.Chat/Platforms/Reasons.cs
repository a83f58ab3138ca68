namespace Bot.Chat.Platforms;

/// <summary>Why a post is in the state it is in. A closed list: it is also the metric label and what the exports say.</summary>
public static class Reasons
{
    /// <summary>The sender died, or lost its lease, while the request was under way.</summary>
    public const string Interrupted = "interrupted";
    /// <summary>The request may have left and no usable answer came.</summary>
    public const string NoAnswer = "no-answer";
    /// <summary>Looked for on the platform before sending, as the ledger may be older than what was sent.</summary>
    public const string Verifying = "verifying";
    /// <summary>Found on the platform after an unknown outcome.</summary>
    public const string Found = "found";
    /// <summary>Not on the platform, looked for twice: goes out again.</summary>
    public const string Absent = "absent";
    /// <summary>The platform can't say whether it has the post: needs a person.</summary>
    public const string CannotTell = "cannot-tell";
    /// <summary>The platform did not answer any look-up within the window: needs a person.</summary>
    public const string LookUnanswered = "look-unanswered";
    /// <summary>Sent several times without an answer, and each time proved absent: something about the post itself.</summary>
    public const string NeverArrives = "never-arrives";
    /// <summary>The platform has not been reached, or has answered nothing, for long: of alerts, not of posts.</summary>
    public const string OutOfReach = "out-of-reach";
    /// <summary>The platform asked to wait, or was not reached.</summary>
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
    /// <summary>An admin had it sent again under a new key.</summary>
    public const string Resent = "resent";
    /// <summary>An admin settled a parked post.</summary>
    public const string Settled = "settled";
    /// <summary>An admin had it deleted from the channel.</summary>
    public const string Recalled = "recalled";
    /// <summary>An admin paused sending.</summary>
    public const string PausedByAdmin = "paused-by-admin";
    /// <summary>The bot was removed from the workspace.</summary>
    public const string BotRemoved = "bot-removed";

    /// <summary>A newer revision's edit of the same post is there: this one is not sent any more.</summary>
    public const string Overtaken = "overtaken";
    /// <summary>Its series is not open to the workspace any more, by the configuration.</summary>
    public const string SeriesClosed = "series-closed";

    public const string TokenRefused = "token-refused";
    public const string PermissionMissing = "permission-missing";
    public const string ChannelGone = "channel-gone";
    public const string ThreadGone = "thread-gone";
    public const string ChannelLocked = "channel-locked";
    public const string ThreadLocked = "thread-locked";
    public const string PayloadRefused = "payload-refused";
    public const string Refused = "refused";

    /// <summary>No briefing of a series by its expected time: of alerts, not of posts.</summary>
    public const string BriefingMissing = "briefing-missing";
    /// <summary>The briefing has come by its expected time and is held: of alerts, not of posts.</summary>
    public const string BriefingHeld = "briefing-held";

    /// <summary>Every reason there is.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Interrupted, NoAnswer, Verifying, Found, Absent, CannotTell, LookUnanswered, NeverArrives, OutOfReach, Waiting, WindowPassed, RenderFailed, RootFailed,
        TargetNotSent, Skipped, Cancelled, Resent, Settled, Recalled, PausedByAdmin, BotRemoved, Overtaken, SeriesClosed, TokenRefused, PermissionMissing, ChannelGone,
        ThreadGone, ChannelLocked, ThreadLocked, PayloadRefused, Refused, BriefingMissing, BriefingHeld,
    ];

    public static string Of(RejectReason reason) => reason switch
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
