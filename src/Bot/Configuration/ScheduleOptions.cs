using Bot.Chat.Options;
using Bot.Chat.Schedules;

namespace Bot.Configuration;

/// <summary>When the subscriptions of a series are posted to, unless they say otherwise.</summary>
public sealed class ScheduleOptions : IRules
{
    /// <summary>Local time of day; null: on arrival.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>IANA time zone of the times; null: the series' zone.</summary>
    public string? Zone { get; init; }

    /// <summary>Weekdays on which it runs; empty for all.</summary>
    public List<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>Calendars on whose holidays it does not run: <c>jp</c>, or names under <c>Holidays:Calendars</c>.</summary>
    public List<string> Holidays { get; init; } = [];

    /// <summary>Local times between which what can wait is not posted: <c>22:00-07:00</c>; null: none.</summary>
    public string? Quiet { get; init; }

    /// <summary>What is done about a briefing that comes after its time.</summary>
    public LateRule Late { get; init; }

    /// <summary>Minutes after which readers are told that a briefing is late, with <see cref="LateRule.Tell"/>.</summary>
    public int TellAfter { get; init; } = (int)Schedule.DefaultTellAfter.TotalMinutes;

    /// <summary>The schedule as used by the parts.</summary>
    internal Schedule ToSchedule() =>
        new()
        {
            At = At is { } at ? new TimeOnly(at.Hour, at.Minute) : null,
            Zone = Zone,
            Weekdays = [.. Schedule.Week.Where(Weekdays.Contains)],
            Holidays = [.. Holidays.Distinct()],
            Quiet = Quiet is null ? null : QuietHours.Parse(Quiet),
            Late = Late,
            TellAfter = TimeSpan.FromMinutes(TellAfter),
        };

    public IEnumerable<OptionProblem> Check() =>
        [
            .. Quiet is not null && QuietHours.Parse(Quiet) is null
                ? [new OptionProblem(nameof(Quiet), HostTexts.Both("ScheduleOptions.NoQuietHours", Quiet))]
                : Array.Empty<OptionProblem>(),
            .. Problems(calendars: null),
        ];

    /// <summary>What is wrong with its calendars, which it does not know itself.</summary>
    internal IEnumerable<OptionProblem> CheckCalendars(IReadOnlyCollection<string> calendars) =>
        Problems(calendars).Where(problem => problem.Key == nameof(Holidays));

    private IEnumerable<OptionProblem> Problems(IReadOnlyCollection<string>? calendars) =>
        ScheduleRules
            .Problems(ToSchedule(), calendars)
            .Select(problem => new OptionProblem(char.ToUpperInvariant(problem.Key[0]) + problem.Key[1..], problem.Problem));
}
