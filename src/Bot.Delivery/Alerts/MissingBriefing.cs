using Bot.Chat;

namespace Bot.Delivery.Alerts;

/// <param name="Key">Series and day.</param>
/// <param name="ExpectedAt">By when it should have been there.</param>
/// <param name="IsHeld">It has come, and waits for a person's word.</param>
public sealed record MissingBriefing(BriefingKey Key, DateTimeOffset ExpectedAt, bool IsHeld);
