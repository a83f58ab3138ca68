namespace Bot.Chat.Schedules;

/// <summary>A schedule in its zone, with its holidays: when it runs. Pure.</summary>
public sealed class Timetable(Schedule schedule, TimeZoneInfo zone, IHolidays? holidays = null)
{
    /// <summary>Longer than any row of holidays, and than the time between two days of a year.</summary>
    private const int MostDays = 400;

    public Schedule Schedule => schedule;

    public TimeZoneInfo Zone => zone;

    /// <summary>The first time to post after an instant; null for a schedule on arrival.</summary>
    public DateTimeOffset? Next(DateTimeOffset after) =>
        schedule.At is not { } at
            ? null
            // A calendar in which every day is a holiday is wrong: nobody asks for a briefing in order never to get one.
            : First(after, at, IsDay) ?? First(after, at, IsWeekday) ?? throw new InvalidOperationException("A schedule without days.");

    /// <summary>
    /// An instant or, if it lies in the quiet hours, the first one after them: at their end, or when a change of the clocks leads out of
    /// them.
    /// </summary>
    public DateTimeOffset AfterQuiet(DateTimeOffset instant)
    {
        while (schedule.Quiet is { } quiet && TimeOnly.FromDateTime(LocalClock.Shown(instant, zone)) is var shown && quiet.Contains(shown))
        {
            var end = instant + (quiet.To - shown);
            instant = LocalClock.ChangeBetween(instant, end, zone) ?? end;
        }

        return instant;
    }

    private DateTimeOffset? First(DateTimeOffset after, TimeOnly at, Func<DateOnly, bool> runs)
    {
        // From the day before: a zone that skips midnight moves its last time to the next day.
        var shown = DateOnly.FromDateTime(LocalClock.Shown(after, zone));
        var first = shown == DateOnly.MinValue ? shown : shown.AddDays(-1);
        for (var day = first; day < DateOnly.MaxValue && day.DayNumber - first.DayNumber <= MostDays; day = day.AddDays(1))
        {
            if (runs(day) && LocalClock.At(day, at, zone) is var instant && instant > after)
            {
                return instant;
            }
        }

        return null;
    }

    private bool IsDay(DateOnly day) => IsWeekday(day) && !schedule.Holidays.Any(calendar => holidays?.IsHoliday(calendar, day) == true);

    private bool IsWeekday(DateOnly day) => schedule.Weekdays.Count == 0 || schedule.Weekdays.Contains(day.DayOfWeek);
}
