namespace Bot.Delivery.Ledger;

/// <summary>One holding of a token's lease. Every write to a row says which one it was made under.</summary>
/// <param name="Epoch">One higher at each taking; a write with an older one changes nothing.</param>
public readonly record struct LeaseStamp(string Token, long Epoch);
