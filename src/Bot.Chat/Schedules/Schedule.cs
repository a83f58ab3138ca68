namespace Bot.Chat.Schedules;

/// <summary>
/// When a subscription is posted to: on arrival, or at a local time on certain days. A value, equal to another that says the same.
/// </summary>
public sealed record Schedule
{
    public static TimeSpan DefaultTellAfter { get; } = TimeSpan.FromMinutes(30);

    public static Schedule OnArrival { get; } = new();

    /// <summary>Monday first.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } =
    [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Monday to Friday.</summary>
    public static IReadOnlyList<DayOfWeek> WorkingDays { get; } = [.. Week.Take(5)];

    /// <summary>Local time of day, to the minute; null: on arrival.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>IANA zone of the times; null: the series' zone.</summary>
    public string? Zone { get; init; }

    /// <summary>Weekdays it runs on, Monday first; empty for all. Only with a time.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>Names of the calendars on whose holidays it does not run. Only with a time.</summary>
    public IReadOnlyList<string> Holidays { get; init; } = [];

    /// <summary>When what came on arrival, came late or corrects something waits; null: never.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Only with a time.</summary>
    public LateRule Late { get; init; }

    /// <summary>
    /// How long after its time readers are told that a briefing has not come; whole minutes. Only with <see cref="LateRule.Tell"/>.
    /// </summary>
    public TimeSpan TellAfter { get; init; } = DefaultTellAfter;

    public bool IsOnArrival => At is null;

    /// <summary>The schedule's zone, or the series' if it names none, or one that the machine's time zone data no longer has.</summary>
    public TimeZoneInfo ZoneOr(TimeZoneInfo series) => Zone is { } id ? ZoneNames.Find(id) ?? series : series;

    public bool Equals(Schedule? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary><c>08:00 Asia/Tokyo mon tue wed, not on jp, quiet 22:00-07:00, skips when late</c>, or <c>on arrival</c>.</summary>
    public override string ToString()
    {
        var days = Weekdays.Count is 0 or 7 ? [] : Week.Where(Weekdays.Contains).Select(ScheduleJson.NameOf);
        string?[] parts =
        [
            string.Join(
                ' ',
                new[] { At is { } at ? TimesOfDay.Say(at) : "on arrival", Zone ?? "" }.Concat(days).Where(word => word.Length > 0)
            ),
            Holidays.Count == 0 ? null : "not on " + string.Join(' ', Holidays),
            Quiet is { } quiet ? $"quiet {quiet}" : null,
            Late switch
            {
                LateRule.Skip => "skips when late",
                LateRule.Tell => FormattableString.Invariant($"tells when {TellAfter.TotalMinutes} min late"),
                _ => null,
            },
        ];
        return string.Join(", ", parts.OfType<string>());
    }
}
