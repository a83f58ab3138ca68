namespace Bot.Chat.Platforms;

/// <summary>How a send ended: exactly one of these.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>Accepted.</summary>
    /// <param name="MessageId">The platform's id.</param>
    /// <param name="ThreadId">For a root: the thread its replies go to.</param>
    public sealed record Sent(string MessageId, string? ThreadId = null) : SendOutcome;

    /// <summary>Refused for good: sending the same again would be refused again.</summary>
    /// <param name="Detail">The platform's own words, without secrets.</param>
    public sealed record Rejected(RejectReason Reason, string Detail) : SendOutcome;

    /// <summary>Certainly not accepted, worth trying again.</summary>
    /// <param name="After">What the platform asked for, a minimum; null: the caller's own back-off.</param>
    public sealed record RetryAfter(TimeSpan? After, RetryScope Scope, string Detail) : SendOutcome;

    /// <summary>The request may have left and no usable answer came. Never sent again before a look-up.</summary>
    public sealed record Unknown(string Detail) : SendOutcome;
}

/// <summary>How far a request to wait reaches.</summary>
public enum RetryScope
{
    Channel,
    Workspace,
    Token,
}

/// <summary>Why a platform refuses. Closed: it is also the metric label.</summary>
public enum RejectReason
{
    /// <summary>Token refused, revoked or expired, app uninstalled: pauses the token, once <see cref="ITokenProbe"/> has said the same.</summary>
    TokenRefused,
    /// <summary>A scope or permission is missing: pauses the channel.</summary>
    PermissionMissing,
    /// <summary>Channel archived, deleted, or not visible to the bot.</summary>
    ChannelGone,
    /// <summary>The root or thread was deleted by someone: the rest is cancelled.</summary>
    ThreadGone,
    /// <summary>Posting to the channel as a whole is restricted: pauses the channel.</summary>
    ChannelLocked,
    /// <summary>The thread is locked, or its root takes no replies: the rest of that delivery is cancelled and the channel goes on.</summary>
    ThreadLocked,
    /// <summary>The payload itself is refused (too long, invalid).</summary>
    PayloadRefused,
    /// <summary>
    /// A refusal without a code of the platform's own, such as a proxy's page, or one that its reference does not explain. It says
    /// nothing about the payload: the ledger tries again, and asks once after token, channel and thread what is the matter.
    /// </summary>
    Other,
}
