using System.Collections.Concurrent;
using Bot.Chat;
using Bot.Chat.Schedules;

namespace Bot.Delivery.Schedules;

/// <summary>The timetable of each subscription: its own schedule, or else that of its series.</summary>
/// <param name="series">As configured; any other series is posted on arrival and has the zone UTC.</param>
public sealed class Timetables(IReadOnlyList<Series> series, IHolidays holidays)
{
    /// <summary>More than the schedules that people think of; beyond it they are read again.</summary>
    private const int MostKept = 1000;

    private readonly Dictionary<string, Series> _series = series.DistinctBy(one => one.Key).ToDictionary(one => one.Key);
    private readonly ConcurrentDictionary<(string Series, string? Stored), Timetable> _made = new();

    /// <param name="stored">The subscription's schedule as it is stored; null if it has none.</param>
    public Timetable Of(string seriesKey, string? stored)
    {
        if (_made.Count >= MostKept)
        {
            _made.Clear();
        }

        return _made.GetOrAdd((seriesKey, stored), key => Of(key.Series, ScheduleJson.Parse(key.Stored)));
    }

    /// <param name="own">The subscription's schedule; null if it has none.</param>
    public Timetable Of(string seriesKey, Schedule? own)
    {
        var schedule = own ?? _series.GetValueOrDefault(seriesKey)?.Schedule ?? Schedule.OnArrival;
        return new Timetable(schedule, schedule.ZoneOr(ZoneOf(seriesKey)), holidays);
    }

    /// <summary>By when a day's briefing of a series is expected; null if it is not expected at any time.</summary>
    public static DateTimeOffset? ExpectedAt(Series series, DateOnly day) =>
        series.ExpectedBy is { } by ? LocalClock.At(day, by, series.Zone) : null;

    /// <summary>The next time by which a briefing of a series is expected; null if it is not expected at any time.</summary>
    public static DateTimeOffset? NextExpected(Series series, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.ExpectedBy is not { } by)
        {
            return null;
        }

        var local = TimeZoneInfo.ConvertTime(now, series.Zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        day = TimeOnly.FromDateTime(local.DateTime) < by ? day : day.AddDays(1);
        while (series.ExpectedOn.Count > 0 && !series.ExpectedOn.Contains(day.DayOfWeek))
        {
            day = day.AddDays(1);
        }

        return LocalClock.At(day, by, series.Zone);
    }

    /// <summary>The zone in which a series' days begin.</summary>
    public TimeZoneInfo ZoneOf(string seriesKey) => _series.GetValueOrDefault(seriesKey)?.Zone ?? TimeZoneInfo.Utc;
}
