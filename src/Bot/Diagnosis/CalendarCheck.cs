using Bot.Chat.Diagnosis;
using Bot.Delivery.Schedules;

namespace Bot.Diagnosis;

/// <summary>Reads the calendars of holidays. Changes nothing.</summary>
public sealed class CalendarCheck(HolidayCalendars calendars)
{
    /// <summary>One line per file; none without files.</summary>
    public IReadOnlyList<Finding> Run() =>
        [
            .. calendars
                .ReadAll()
                .Select(read =>
                    read.Problem is { } problem
                        ? new Finding(
                            Verdict.Failed,
                            HolidayOptions.Section,
                            HostTexts.Both("CalendarCheck.CannotBeRead", read.Calendar, problem)
                        )
                        : new Finding(Verdict.Ok, HolidayOptions.Section, HostTexts.Both("CalendarCheck.WasRead", read.Calendar, read.Days))
                ),
        ];
}
