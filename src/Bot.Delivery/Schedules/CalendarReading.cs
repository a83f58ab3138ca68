namespace Bot.Delivery.Schedules;

/// <param name="Days">Holidays that are known of it.</param>
/// <param name="Problem">Why its file could not be read; null: it could.</param>
public sealed record CalendarReading(string Calendar, int Days, string? Problem);
