namespace Bot.Chat.Answering;

/// <param name="At">When it is expected.</param>
/// <param name="Zone">The zone in which to say so.</param>
/// <param name="IsLatest">It may come before.</param>
public sealed record ExpectedDelivery(DateTimeOffset At, TimeZoneInfo Zone, bool IsLatest);
