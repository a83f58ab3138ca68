namespace Bot.Chat.Platforms;

/// <summary>What a look-up by key found.</summary>
public abstract record FindOutcome
{
    private FindOutcome()
    {
    }

    public sealed record Found(string MessageId, string? ThreadId = null) : FindOutcome;

    /// <summary>The whole range was read and the key is not there.</summary>
    public sealed record Absent : FindOutcome;

    /// <summary>Not answered now (outage, limit): look again later.</summary>
    public sealed record RetryAfter(TimeSpan? After, string Detail) : FindOutcome;

    /// <summary>
    /// The message is there, but what belongs to it is refused until a person does something: its thread may not be
    /// started. Looked up again once the pause that this causes has ended.
    /// </summary>
    public sealed record Blocked(RejectReason Reason, string Detail) : FindOutcome;

    /// <summary>The platform cannot tell (no permission to read): parks the post for an admin.</summary>
    public sealed record CannotTell(string Detail) : FindOutcome;
}
