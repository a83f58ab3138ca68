namespace Bot.Delivery.Planning;

/// <param name="Key">Key of the series.</param>
/// <param name="Name">What readers see.</param>
/// <param name="Zone">Says what today is.</param>
public sealed record DeliveredSeries(string Key, string Name, TimeZoneInfo Zone)
{
    /// <summary>Workspaces that may get it (<c>slack:T0123</c>); empty: all.</summary>
    public IReadOnlyCollection<string> Workspaces { get; init; } = [];

    /// <summary>Local time by which the day's briefing should be there; null: nobody waits for it.</summary>
    public TimeOnly? ExpectedBy { get; init; }

    /// <summary>Weekdays on which one is expected; empty: all.</summary>
    public IReadOnlyCollection<DayOfWeek> ExpectedOn { get; init; } = [];
}
