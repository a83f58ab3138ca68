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
/// <param name="Existing">Deliveries that were already planned.</param>
/// <param name="Revised">Existing deliveries that got rows of a new revision.</param>
public sealed record PlanResult(PlanStatus Status, int Created = 0, int Existing = 0, int Revised = 0)
{
    /// <summary>Sections that could not be rendered, by identity; they are in the ledger as failed.</summary>
    public IReadOnlyList<string> Unrendered { get; init; } = [];

    /// <summary>For a briefing held for its length, how many posts its longest thread would have. Otherwise null.</summary>
    public int? Posts { get; init; }

    /// <summary>Subscriptions left out because their platform is not set up.</summary>
    public int WithoutPlatform { get; init; }
}

/// <summary>One subscription that will get, or already got, a briefing.</summary>
/// <param name="Subscription">Its id.</param>
/// <param name="Platform">Platform, workspace and channel.</param>
/// <param name="DueAt">When the root may be sent.</param>
/// <param name="Sections">Kinds that it gets, in kebab case and canonical order.</param>
public sealed record PlannedDelivery(
    long Subscription,
    string Platform,
    string Workspace,
    string Channel,
    DateTimeOffset DueAt,
    IReadOnlyList<string> Sections
)
{
    /// <summary>How many posts its thread has, or would have; 0 if unknown.</summary>
    public int Posts { get; init; }

    /// <summary>Its useful window is over and nothing of it was sent: it is in the ledger, as expired, and nobody gets it.</summary>
    public bool IsTooLate { get; init; }
}
