namespace Bot.Delivery.Planning;

/// <param name="Key">Key of the series.</param>
/// <param name="Name">What readers see.</param>
/// <param name="Zone">Says what today is.</param>
public sealed record DeliveredSeries(string Key, string Name, TimeZoneInfo Zone);
