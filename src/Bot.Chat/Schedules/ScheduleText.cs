using Bot.Chat.Text;

namespace Bot.Chat.Schedules;

/// <summary>A schedule in words for people.</summary>
public static class ScheduleText
{
    /// <summary><c>weekdays 8:00 JST, except holidays (jp)</c>.</summary>
    /// <param name="now">Says which name the zone has: that of summer or of winter.</param>
    public static string Say(Timetable timetable, DateTimeOffset now, Locale locale)
    {
        ArgumentNullException.ThrowIfNull(timetable);
        var (schedule, texts) = (timetable.Schedule, Texts.In(locale));
        var parts = new List<string>
        {
            timetable.Next(now) is { } next
                ? texts.Format("Schedule.AtTime", Days(schedule, texts), Dates.Time(next, timetable.Zone))
                : texts["Schedule.OnArrival"],
        };
        if (schedule.Holidays.Count > 0)
        {
            parts.Add(texts.Format("Schedule.NotOnHolidays", string.Join(texts.Separator, schedule.Holidays)));
        }

        if (schedule.Quiet is { } quiet)
        {
            parts.Add(texts.Format("Schedule.Quiet", TimesOfDay.Say(quiet.From), TimesOfDay.Say(quiet.To)));
        }

        if (schedule.Late == LateRule.Skip)
        {
            parts.Add(texts["Schedule.SkipsLate"]);
        }
        else if (schedule.Late == LateRule.Tell)
        {
            parts.Add(texts.Format("Schedule.TellsLate", schedule.TellAfter.TotalMinutes));
        }

        return string.Join(texts["Schedule.Between"], parts);
    }

    /// <summary><c>7 Jan 8:00 JST</c>: an instant in the zone's day and time.</summary>
    public static string Instant(DateTimeOffset instant, DateTimeOffset now, TimeZoneInfo zone, Locale locale) =>
        $"{Dates.Short(DayOf(instant, zone), DayOf(now, zone), locale)} {Dates.Time(instant, zone)}";

    private static string Days(Schedule schedule, Texts texts) =>
        schedule.Weekdays.Count is 0 or 7 ? texts["Schedule.Daily"]
        : schedule.Weekdays.SequenceEqual(Schedule.WorkingDays) ? texts["Schedule.Weekdays"]
        : string.Join(
            texts["Schedule.DaySeparator"],
            Schedule.Week.Where(schedule.Weekdays.Contains).Select(day => texts.Words("Weekdays")[(int)day])
        );

    private static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(LocalClock.Shown(instant, zone));
}
