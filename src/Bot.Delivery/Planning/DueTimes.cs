using Bot.Chat;

namespace Bot.Delivery.Planning;

/// <summary>When a briefing may go: at once, or, where its day is still to come in the series' zone, as that day begins.</summary>
/// <param name="series">As configured; one that is not goes by UTC.</param>
public sealed class DueTimes(IReadOnlyList<Series> series)
{
    private readonly Dictionary<string, TimeZoneInfo> _zones = series
        .DistinctBy(one => one.Key)
        .ToDictionary(one => one.Key, one => one.Zone);

    public DateTimeOffset Of(BriefingKey key, DateTimeOffset now)
    {
        var start = StartOf(key.Date, _zones.GetValueOrDefault(key.Series, TimeZoneInfo.Utc));
        return start > now ? start : now;
    }

    /// <summary>The first instant of a day. A change to summer time may skip midnight, a change back repeat it.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        // The first day there is begins before the first instant there is, east of Greenwich.
        return local.Ticks < offset.Ticks ? DateTimeOffset.MinValue : new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
