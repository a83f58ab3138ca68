namespace Bot.Chat.Platforms;

/// <summary>The result of a look-up by key.</summary>
public abstract record FindOutcome
{
    private FindOutcome() { }

    public sealed record Found(string MessageId, string? ThreadId = null) : FindOutcome;

    /// <summary>The whole range was read without finding the key.</summary>
    /// <param name="IsThreadGone">
    /// The thread's first message was deleted, too: a reply that is sent now would appear outside it.
    /// </param>
    public sealed record Absent(bool IsThreadGone = false) : FindOutcome;

    /// <summary>No answer now (outage, limit): try again later.</summary>
    public sealed record RetryAfter(TimeSpan? After, string Detail) : FindOutcome;

    /// <summary>
    /// The message exists, but its thread cannot be started until a person does something. Looked up again once the pause
    /// this causes has ended.
    /// </summary>
    public sealed record Blocked(RejectReason Reason, string Detail) : FindOutcome;

    /// <summary>The platform cannot tell (no permission to read): parks the post for an admin.</summary>
    public sealed record CannotTell(string Detail) : FindOutcome;
}
