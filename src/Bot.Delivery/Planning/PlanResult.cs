namespace Bot.Delivery.Planning;

public enum PlanStatus
{
    Planned,

    /// <summary>No such briefing.</summary>
    NotFound,

    /// <summary>The briefing waits for confirmation: nothing is planned.</summary>
    Held,
}

/// <param name="Created">Deliveries planned now.</param>
/// <param name="Existing">Deliveries that were planned already.</param>
/// <param name="Revised">Existing deliveries that got rows of a new revision.</param>
public sealed record PlanResult(PlanStatus Status, int Created = 0, int Existing = 0, int Revised = 0)
{
    /// <summary>Sections that could not be rendered, by identity; they are in the ledger as failed.</summary>
    public IReadOnlyList<string> Unrendered { get; init; } = [];

    /// <summary>Of a briefing that is held for its length: how many posts its longest thread would have. Null otherwise.</summary>
    public int? Posts { get; init; }

    /// <summary>Subscriptions left out because their platform is not set up.</summary>
    public int WithoutPlatform { get; init; }
}

/// <summary>One subscription that will get, or has got, a briefing.</summary>
/// <param name="Subscription">Its id.</param>
/// <param name="Platform">Platform, workspace and channel.</param>
/// <param name="DueAt">When the root may go.</param>
/// <param name="Sections">Kinds in kebab case that it gets, in canonical order.</param>
public sealed record PlannedDelivery(
    long Subscription,
    string Platform,
    string Workspace,
    string Channel,
    DateTimeOffset DueAt,
    IReadOnlyList<string> Sections
)
{
    /// <summary>How many posts its thread has, or would have; 0: not known.</summary>
    public int Posts { get; init; }
}
