namespace Bot.Delivery.Ledger;

/// <summary>One holding of a token's lease. Every write to a row states the holding it was made under.</summary>
/// <param name="Epoch">Increases by one each time the lease is taken; a write with an older epoch changes nothing.</param>
public readonly record struct LeaseStamp(string Token, long Epoch);
