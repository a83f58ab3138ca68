using Bot.Archive.Entities;

namespace Bot.Delivery.Operations;

public enum OperationStatus
{
    Done,

    /// <summary>It was already so: another admin was faster, or the call was repeated. Nothing was written.</summary>
    AlreadyDone,
    NotFound,

    /// <summary>The state does not allow it. Nothing was written.</summary>
    NotPossible,
}

/// <param name="Status">What was done.</param>
/// <param name="Posts">How many posts it concerned.</param>
/// <param name="Detail">For a person; null when the status says it all.</param>
public sealed record OperationResult(OperationStatus Status, int Posts = 0, string? Detail = null)
{
    /// <summary>State of the post that did not allow it; null if it was about something else.</summary>
    public PostState? State { get; init; }

    /// <summary>Reason for the pause that stays because the platform still refuses; null if it was about something else.</summary>
    public string? Refused { get; init; }

    /// <summary>The platform was asked whether it still refuses and gave no answer: the next post finds out.</summary>
    public bool IsUnanswered { get; init; }

    /// <summary>The post is a correction that waits to be confirmed.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>What it would have sent is no longer kept.</summary>
    public bool IsContentRemoved { get; init; }
}

/// <summary>What an admin found out about a parked post.</summary>
public abstract record ParkedVerdict
{
    private ParkedVerdict() { }

    /// <summary>It is in the channel.</summary>
    /// <param name="MessageId">The platform's id of the message.</param>
    /// <param name="ThreadId">For a root whose thread has an id of its own; null: the message's.</param>
    public sealed record WasSent(string MessageId, string? ThreadId = null) : ParkedVerdict;

    /// <summary>It is not: send it.</summary>
    public sealed record WasNotSent : ParkedVerdict;

    /// <summary>Leave it out.</summary>
    public sealed record Drop : ParkedVerdict;
}
