namespace Bot.Chat.Schedules;

/// <summary>What a schedule must satisfy, whoever has written it.</summary>
public static class ScheduleRules
{
    /// <summary>Shortest and longest time, in minutes, after which readers are told that a briefing is late.</summary>
    private const int LeastMinutes = 1;
    private const int MostMinutes = 300;

    /// <summary>Each problem with the key it is about; none for a schedule that can be followed.</summary>
    /// <param name="calendars">Names of the holiday calendars that there are; null: any will do.</param>
    public static IEnumerable<(string Key, LocalizedText Problem)> Problems(Schedule schedule, IReadOnlyCollection<string>? calendars)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (schedule.Zone is { } zone && ZoneNames.Find(zone) is null)
        {
            yield return ("zone", UnknownZone(zone));
        }

        foreach (var calendar in schedule.Holidays.Where(calendar => calendars?.Contains(calendar) == false))
        {
            yield return (
                "holidays",
                Texts.Both("Schedule.UnknownCalendar", calendar, string.Join(", ", calendars!.Order(StringComparer.Ordinal)))
            );
        }

        if (schedule.TellAfter.TotalMinutes is < LeastMinutes or > MostMinutes)
        {
            yield return ("tellAfter", Texts.Both("Schedule.NoTellAfter", schedule.TellAfter.TotalMinutes, LeastMinutes, MostMinutes));
        }

        if (schedule.At is not { } at)
        {
            if (schedule.Weekdays.Count > 0 || schedule.Holidays.Count > 0 || schedule.Late != LateRule.Wait)
            {
                yield return ("at", Texts.Both("Schedule.NeedsTime"));
            }
        }
        else if (schedule.Quiet is { } quiet && quiet.Contains(at))
        {
            yield return ("quiet", Texts.Both("Schedule.TimeIsQuiet", TimesOfDay.Say(at), quiet));
        }
    }

    /// <summary>Says that there is no such zone, and which may have been meant.</summary>
    public static LocalizedText UnknownZone(string zone) =>
        ZoneNames.Near(zone) is { Count: > 0 } near
            ? Texts.Both("Schedule.UnknownZoneNear", zone, string.Join(", ", near))
            : Texts.Both("Schedule.UnknownZone", zone);
}
