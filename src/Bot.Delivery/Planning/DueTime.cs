namespace Bot.Delivery.Planning;

/// <param name="At">When the root may be sent.</param>
/// <param name="ExpiresAt">When it is no longer worth sending; not after now for what has come too late.</param>
public readonly record struct DueTime(DateTimeOffset At, DateTimeOffset ExpiresAt);
