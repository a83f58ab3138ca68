namespace Bot.Delivery.Ledger;

/// <summary>A lease that was just taken.</summary>
/// <param name="Former">The process that held it before; null if there was none, or if only dead ones can have.</param>
/// <param name="WasGivenBack">The former holder gave it back; otherwise it stopped renewing it.</param>
public sealed record TakenLease(LeaseStamp Stamp, string? Former, bool WasGivenBack);
