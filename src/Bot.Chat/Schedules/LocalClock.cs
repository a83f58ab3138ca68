namespace Bot.Chat.Schedules;

/// <summary>When a zone's clocks show a local time, by Cronos' rules. Pure.</summary>
public static class LocalClock
{
    /// <summary>Larger than the difference between any zone and UTC, and than any change of it.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromHours(38);

    /// <summary>
    /// The first instant at which the clocks show this time or, if a change of the zone skips it, a later one: a time in the gap becomes
    /// the end of the gap, and of a time that occurs twice the first counts. UTC; at the ends of the calendar, its first or last instant.
    /// </summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = day.ToDateTime(time).Ticks;
        if (local <= Reach.Ticks || local >= DateTime.MaxValue.Ticks - Reach.Ticks)
        {
            return Representable(local - zone.BaseUtcOffset.Ticks);
        }

        // Asked of instants only: a local time alone does not tell .NET about changes of a zone's standard offset.
        var before = OffsetAt(new DateTime(local - Reach.Ticks, DateTimeKind.Utc), zone);
        var after = OffsetAt(new DateTime(local + Reach.Ticks, DateTimeKind.Utc), zone);
        foreach (var offset in new[] { before, after }.OrderDescending())
        {
            if (ShownAt(local - offset, zone) == local)
            {
                return Instant(local - offset);
            }
        }

        return Instant(FirstReaching(local, zone));
    }

    /// <summary>The date and time that the zone's clocks show.</summary>
    public static DateTime Shown(DateTimeOffset instant, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return TimeZoneInfo.ConvertTime(instant, zone).DateTime;
    }

    /// <summary>
    /// The first whole minute after an instant, and not after another within a day, at which the clocks go by another offset.
    /// </summary>
    /// <returns>Null if they do not change.</returns>
    public static DateTimeOffset? ChangeBetween(DateTimeOffset after, DateTimeOffset until, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var offset = zone.GetUtcOffset(after);
        if (zone.GetUtcOffset(until) == offset)
        {
            return null;
        }

        var minute = after.UtcTicks / TimeSpan.TicksPerMinute;
        var last = (until.UtcTicks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute;
        while (minute + 1 < last)
        {
            var middle = minute + ((last - minute) / 2);
            (minute, last) = zone.GetUtcOffset(Instant(middle * TimeSpan.TicksPerMinute)) == offset ? (middle, last) : (minute, middle);
        }

        return Instant(last * TimeSpan.TicksPerMinute);
    }

    /// <summary>By whole minutes, as zones change by: the first at which the clocks have come to the time.</summary>
    private static long FirstReaching(long local, TimeZoneInfo zone)
    {
        var minute = (local - Reach.Ticks) / TimeSpan.TicksPerMinute;
        var last = (local + Reach.Ticks) / TimeSpan.TicksPerMinute;
        while (minute < last)
        {
            var middle = minute + ((last - minute) / 2);
            (minute, last) = ShownAt(middle * TimeSpan.TicksPerMinute, zone) >= local ? (minute, middle) : (middle + 1, last);
        }

        return minute * TimeSpan.TicksPerMinute;
    }

    private static long ShownAt(long utc, TimeZoneInfo zone) => utc + OffsetAt(new DateTime(utc, DateTimeKind.Utc), zone);

    private static long OffsetAt(DateTime utc, TimeZoneInfo zone) => zone.GetUtcOffset(utc).Ticks;

    private static DateTimeOffset Instant(long utc) => new(utc, TimeSpan.Zero);

    private static DateTimeOffset Representable(long utc) => Instant(Math.Clamp(utc, 0, DateTimeOffset.MaxValue.UtcTicks));
}
