using Bot.Chat.Platforms;

namespace Bot.Delivery.Ledger;

/// <summary>What follows from an outcome.</summary>
/// <param name="Change">What is written.</param>
public sealed record OutcomeDecision(PostChange Change)
{
    /// <summary>How far a request to wait reaches; null: nobody waits.</summary>
    public RetryScope? Gate { get; init; }

    /// <summary>Until when the platform asked to wait; null: the gate's own back-off.</summary>
    public DateTimeOffset? GateUntil { get; init; }
}
