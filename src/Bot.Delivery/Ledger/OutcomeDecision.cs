using Bot.Chat.Platforms;

namespace Bot.Delivery.Ledger;

/// <summary>The decision that follows from an outcome.</summary>
/// <param name="Change">What to write.</param>
public sealed record OutcomeDecision(PostChange Change)
{
    /// <summary>The scope of a request to wait; null: nobody waits.</summary>
    public RetryScope? Gate { get; init; }

    /// <summary>The time until which the platform asked to wait; null: the gate's own back-off applies.</summary>
    public DateTimeOffset? GateUntil { get; init; }
}
