namespace Bot.Chat.Platforms;

/// <summary>How a send ended: exactly one of these.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>Accepted.</summary>
    /// <param name="MessageId">The platform's id.</param>
    /// <param name="ThreadId">For a root: the thread its replies go to.</param>
    public sealed record Sent(string MessageId, string? ThreadId = null) : SendOutcome;

    /// <summary>Permanently refused: sending the same again would be refused again.</summary>
    /// <param name="Detail">The platform's own words, without secrets.</param>
    public sealed record Rejected(RejectReason Reason, string Detail) : SendOutcome;

    /// <summary>Certainly not accepted; worth trying again.</summary>
    /// <param name="After">The minimum the platform asked for; null for the caller's own back-off.</param>
    public sealed record RetryAfter(TimeSpan? After, RetryScope Scope, string Detail) : SendOutcome;

    /// <summary>The request may have been sent, but no usable answer came back. Never sent again before a look-up.</summary>
    public sealed record Unknown(string Detail) : SendOutcome;
}

/// <summary>What a request to wait applies to.</summary>
public enum RetryScope
{
    Channel,
    Workspace,
    Token,
}

/// <summary>Why a platform refuses. A closed list, also used as metric label.</summary>
public enum RejectReason
{
    /// <summary>
    /// Token refused, revoked or expired, app uninstalled: pauses the token once <see cref="ITokenProbe"/> has confirmed
    /// it.
    /// </summary>
    TokenRefused,

    /// <summary>A scope or permission is missing: pauses the channel.</summary>
    PermissionMissing,

    /// <summary>Channel archived, deleted, or not visible to the bot.</summary>
    ChannelGone,

    /// <summary>Someone deleted the root or thread: the rest is cancelled.</summary>
    ThreadGone,

    /// <summary>Posting to the channel as a whole is restricted: pauses the channel.</summary>
    ChannelLocked,

    /// <summary>
    /// The thread is locked, or its root does not accept replies: the rest of that delivery is cancelled; the channel
    /// continues.
    /// </summary>
    ThreadLocked,

    /// <summary>The payload itself is refused (too long, invalid).</summary>
    PayloadRefused,

    /// <summary>
    /// A refusal without one of the platform's own codes, such as a proxy's page, or with a code its reference does not
    /// explain. It says nothing about the payload: the ledger tries again, and probes token, channel and thread once to
    /// find the cause.
    /// </summary>
    Other,
}
