using System.ComponentModel.DataAnnotations;
using Bot.Chat;
using Bot.Chat.Options;

namespace Bot.Configuration;

/// <summary>A stream of briefings.</summary>
public sealed class SeriesOptions : IRules
{
    public static SeriesOptions Default { get; } = new() { Key = "us-ai", Name = "US AI" };

    /// <summary>Lower-case letters, digits and hyphens; part of addresses.</summary>
    [Required]
    [RegularExpression("^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$")]
    public string Key { get; init; } = "";

    /// <summary>Display name; null for the key.</summary>
    public string? Name { get; init; }

    /// <summary>IANA time zone; determines what today is.</summary>
    public string Zone { get; init; } = "Asia/Tokyo";

    /// <summary>Language of its posts' frame.</summary>
    public Locale Language { get; init; } = Locale.Japanese;

    /// <summary>Workspaces that may ask about it (<c>slack:T0123</c>, <c>web:local</c>); empty for all.</summary>
    public List<string> Workspaces { get; init; } = [];

    /// <summary>
    /// Local time by which the day's briefing is expected; if it is missing, the operator is told once a day. Null if it
    /// is not expected at any time.
    /// </summary>
    public TimeOnly? ExpectedBy { get; init; }

    /// <summary>Weekdays on which a briefing is expected; empty for all.</summary>
    public List<DayOfWeek> ExpectedOn { get; init; } = [];

    /// <summary>When its subscriptions are posted to, unless they say otherwise; by default on arrival.</summary>
    public ScheduleOptions Schedule { get; init; } = new();

    /// <summary>What a briefing must satisfy to be delivered without a person's approval; by default nothing.</summary>
    public GateOptions Gate { get; init; } = new();

    /// <summary>The series as used by the parts. The time zone must exist.</summary>
    internal Series ToSeries() =>
        new(Key, Name ?? Key, TimeZoneInfo.FindSystemTimeZoneById(Zone))
        {
            Language = Language,
            Workspaces = Workspaces,
            ExpectedBy = ExpectedBy,
            ExpectedOn = ExpectedOn,
            Schedule = Schedule.ToSchedule(),
            Gate = Gate.ToGate(),
        };

    public IEnumerable<OptionProblem> Check()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _))
        {
            yield return new(nameof(Zone), HostTexts.Both("SeriesOptions.NoTimeZone", Zone));
        }
    }
}
