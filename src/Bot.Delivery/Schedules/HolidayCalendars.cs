using System.Collections.Concurrent;
using Bot.Chat.Schedules;

namespace Bot.Delivery.Schedules;

/// <summary>
/// Japan's holidays and those of the configured files. A file is read when it is first needed, and again when it has changed; one that
/// cannot be read leaves what was known. Thread-safe.
/// </summary>
public sealed class HolidayCalendars(HolidayOptions options, TimeProvider time) : IHolidays
{
    /// <summary>The calendar that needs no file.</summary>
    public const string Japan = "jp";

    /// <summary>Schedules look this far back: a slot is computed anew as long as something waits for it.</summary>
    private const int DaysBack = 60;

    private readonly ConcurrentDictionary<string, CalendarState> _read = new();

    public IReadOnlyCollection<string> Calendars { get; } = [Japan, .. options.Calendars.Keys];

    public bool IsHoliday(string calendar, DateOnly day) =>
        calendar == Japan
            ? JapaneseHolidays.IsHoliday(day)
            : options.Calendars.ContainsKey(calendar)
                && _read.GetOrAdd(calendar, name => Read(name, CalendarState.Unread)).Days.Contains(day);

    /// <summary>Reads every file that has changed.</summary>
    public IReadOnlyList<CalendarReading> ReadAll() =>
        [
            .. Files
                .Select(name => (name, state: Refresh(name)))
                .Select(read => new CalendarReading(read.name, read.state.Days.Count, read.state.Problem)),
        ];

    /// <summary>Names of the calendars that are files.</summary>
    internal IEnumerable<string> Files => options.Calendars.Keys;

    /// <summary>Reads a file again if it has changed, or its last day has come nearer; the state that it leaves.</summary>
    internal CalendarState Refresh(string calendar) => _read.AddOrUpdate(calendar, name => Read(name, CalendarState.Unread), Read);

    /// <summary>What an earlier process knew, for a calendar of which this one has not read anything.</summary>
    internal void Recall(string calendar, IReadOnlySet<DateOnly> days) =>
        _read.AddOrUpdate(
            calendar,
            _ => CalendarState.Unread with { Days = days },
            (_, known) => known.Days.Count > 0 ? known : known with { Days = days }
        );

    private CalendarState Read(string calendar, CalendarState known)
    {
        var path = options.Calendars[calendar];
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var stamp = $"{File.GetLastWriteTimeUtc(path).Ticks} {today.Year}";
        if (stamp == known.Stamp)
        {
            return known;
        }

        try
        {
            return new CalendarState(stamp, CalendarFile.Read(path, today.AddDays(-DaysBack)), Problem: null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return known with { Stamp = stamp, Problem = failure.Message };
        }
    }
}

/// <param name="Stamp">Tells whether the file has changed since; empty: not read yet.</param>
/// <param name="Days">The holidays as last read without a problem.</param>
/// <param name="Problem">Why the file could not be read the last time; null: it could.</param>
internal sealed record CalendarState(string Stamp, IReadOnlySet<DateOnly> Days, string? Problem)
{
    public static CalendarState Unread { get; } = new("", new HashSet<DateOnly>(), null);
}
