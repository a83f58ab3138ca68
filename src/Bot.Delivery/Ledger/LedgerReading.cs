namespace Bot.Delivery.Ledger;

/// <summary>What the ledger and the archive say about how the work stands, at one moment.</summary>
/// <param name="OldestDue">When the post that has been due longest was due; null if nothing is.</param>
/// <param name="Waiting">Posts that are not at their end, by state: planned, sending, uncertain, parked.</param>
/// <param name="Paused">Pauses in force, by what they stop: all, token, workspace, channel.</param>
/// <param name="Alerts">Open alerts, by reason.</param>
/// <param name="Newest">When the newest briefing of each series came in; held ones and samples are no news.</param>
public sealed record LedgerReading(
    DateTimeOffset? OldestDue,
    IReadOnlyDictionary<string, int> Waiting,
    IReadOnlyDictionary<string, int> Paused,
    IReadOnlyDictionary<string, int> Alerts,
    IReadOnlyDictionary<string, DateTimeOffset> Newest
);
