using Bot.Archive.Entities;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Ledger;

/// <summary>The change that one outcome makes, written in one transaction.</summary>
/// <param name="State">The post's new state.</param>
/// <param name="NextAt">Not before this; in the past when it does not matter.</param>
public sealed record PostChange(PostState State, DateTimeOffset NextAt)
{
    /// <summary>One of <see cref="Reasons"/>; null when nothing went wrong.</summary>
    public string? Reason { get; init; }

    public string? Detail { get; init; }

    public string? MessageId { get; init; }

    /// <summary>Set by a root that was posted: the thread of its delivery.</summary>
    public string? ThreadId { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Adds one to the bot's own back-offs.</summary>
    public bool CountsRetry { get; init; }

    /// <summary>Adds one to the answered look-ups; the bot's own back-offs start over.</summary>
    public bool CountsLook { get; init; }

    /// <summary>Adds one to the look-ups that found nothing.</summary>
    public bool CountsAbsence { get; init; }

    /// <summary>Why the delivery's remaining planned posts are cancelled; null: they are not.</summary>
    public string? CancelRest { get; init; }

    /// <summary>What stops until a person acts; null: nothing.</summary>
    public Pause? Pause { get; init; }
}

/// <param name="Written">False: the row changed before the caller could write.</param>
/// <param name="NewPause">The change paused something for the first time: a person must be told.</param>
public readonly record struct Recorded(bool Written, bool NewPause);
