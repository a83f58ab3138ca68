namespace Bot.Chat.Schedules;

/// <summary>
/// Reads a schedule as people type it, in either language and any order: a time, days, a zone, quiet hours, and what to do when it is
/// late. Whatever is not mentioned stays as it is.
/// </summary>
public static class ScheduleReader
{
    private const string JapaneseZone = "Asia/Tokyo";
    private const string JapaneseCalendar = "jp";

    /// <param name="series">Its zone, and the schedule that counts where there is no other.</param>
    /// <param name="calendars">Names of the calendars of holidays that there are.</param>
    public static ScheduleReading Read(string text, Series series, IReadOnlyCollection<string> calendars)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(series);
        var changes = new List<Func<Schedule, Schedule>>();
        var others = new List<string>();
        ScheduleProblem? problem = null;
        var isDefault = false;
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var place = 0; place < words.Length; place++)
        {
            var typed = words[place];
            var word = ScheduleWords.Key(typed);
            if (ScheduleWords.Default.Contains(word))
            {
                isDefault = true;
            }
            else if (ScheduleWords.Quiet.Contains(word) && place + 1 < words.Length && IsSpan(ScheduleWords.Key(words[place + 1])))
            {
                // The span itself says what it is.
            }
            else if (ScheduleWords.Late.Contains(word) && place + 1 < words.Length)
            {
                // What is to be done then follows.
            }
            else if (IsSpan(word))
            {
                var quiet = SpanOf(word);
                problem ??= quiet is null ? new(typed, Texts.Both("Schedule.NoSpan", typed)) : null;
                changes.Add(schedule => schedule with { Quiet = quiet });
            }
            else if (ScheduleWords.IsLikeTime(word))
            {
                var at = ScheduleWords.TimeOf(word);
                problem ??= at is null ? new(typed, Texts.Both("Schedule.NoTime", typed)) : null;
                changes.Add(schedule => schedule with { At = at });
            }
            else if (Simple(word, calendars) is { } change)
            {
                changes.Add(change);
            }
            else if (ScheduleWords.DaysOf(word) is { } days)
            {
                changes.Add(schedule =>
                    schedule with
                    {
                        Weekdays = days.Count == 7 ? [] : days,
                        Holidays = HolidaysFor(word, schedule, series),
                    }
                );
            }
            else if (ZoneNames.Find(ScheduleWords.ZoneOf(word)) is { } zone)
            {
                changes.Add(schedule => schedule with { Zone = zone.Id });
            }
            else if (word.Contains('/', StringComparison.Ordinal))
            {
                problem ??= new(typed, ScheduleRules.UnknownZone(typed));
            }
            else
            {
                others.Add(typed);
            }
        }

        return new(changes.Count == 0 && !isDefault ? null : known => Changed(known), others, problem);

        Schedule? Changed(Schedule? known)
        {
            if (changes.Count == 0)
            {
                return null;
            }

            var schedule = isDefault ? series.Schedule : known ?? series.Schedule;
            // The zone first, as whose working days are meant depends on it.
            return changes
                .OrderByDescending(change => change(schedule).Zone != schedule.Zone)
                .Aggregate(schedule, (changed, change) => change(changed));
        }
    }

    private static bool IsSpan(string word) =>
        word.Split(QuietHours.Dashes, 2) is [var from, var to] && ScheduleWords.IsLikeTime(from) && ScheduleWords.IsLikeTime(to);

    private static QuietHours? SpanOf(string word) =>
        word.Split(QuietHours.Dashes, 2) is [var from, var to]
        && ScheduleWords.TimeOf(from) is { } start
        && ScheduleWords.TimeOf(to) is { } end
        && start != end
            ? new QuietHours(start, end)
            : null;

    private static Func<Schedule, Schedule>? Simple(string word, IReadOnlyCollection<string> calendars) =>
        ScheduleWords.Arrival.Contains(word) ? schedule => schedule with { At = null, Weekdays = [], Holidays = [], Late = LateRule.Wait }
        : ScheduleWords.NeverQuiet.Contains(word) ? schedule => schedule with { Quiet = null }
        : ScheduleWords.Skip.Contains(word) ? schedule => schedule with { Late = LateRule.Skip }
        : ScheduleWords.Wait.Contains(word) ? schedule => schedule with { Late = LateRule.Wait }
        : ScheduleWords.TellOf(word) is { } tell
            ? schedule => schedule with { Late = LateRule.Tell, TellAfter = tell.After ?? schedule.TellAfter }
        : ScheduleWords.OnHolidays.Contains(word) ? schedule => schedule with { Holidays = [] }
        : ScheduleWords.NotOnHolidays.Contains(word)
            ? schedule => schedule with { Holidays = schedule.Holidays.Count > 0 ? schedule.Holidays : [JapaneseCalendar] }
        : word.StartsWith('-') && calendars.Contains(word[1..])
            ? schedule => schedule with { Holidays = [.. schedule.Holidays.Append(word[1..]).Distinct()] }
        : null;

    /// <summary>In Japan a holiday is no working day; elsewhere, no calendar is known unless one is named.</summary>
    private static IReadOnlyList<string> HolidaysFor(string days, Schedule schedule, Series series) =>
        !ScheduleWords.IsWorkingDays(days) ? schedule.Holidays
        : schedule.ZoneOr(series.Zone).Id == JapaneseZone && schedule.Holidays.Count == 0 ? [JapaneseCalendar]
        : schedule.Holidays;
}
