using Bot.Chat;

namespace Bot.Delivery.Planning;

/// <summary>When a briefing may be sent: at once or, if its day has not begun in the series' zone, at the start of that day.</summary>
/// <param name="series">As configured; any other series uses UTC.</param>
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
        // East of Greenwich, the first representable day begins before the first representable instant.
        return local.Ticks < offset.Ticks ? DateTimeOffset.MinValue : new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
