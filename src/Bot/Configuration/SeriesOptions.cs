using System.ComponentModel.DataAnnotations;
using Bot.Chat;
using Bot.Chat.Options;

namespace Bot.Configuration;

/// <summary>A stream of briefings.</summary>
public sealed class SeriesOptions : IRules
{
    public static SeriesOptions Default { get; } = new() { Key = "us-ai", Name = "US AI" };

    /// <summary>Lower-case letters, digits and hyphens; it is part of addresses.</summary>
    [Required]
    [RegularExpression("^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$")]
    public string Key { get; init; } = "";

    /// <summary>What readers see; null: the key.</summary>
    public string? Name { get; init; }

    /// <summary>IANA zone; it says what today is.</summary>
    public string Zone { get; init; } = "Asia/Tokyo";

    /// <summary>Language of the frame of its posts.</summary>
    public Locale Language { get; init; } = Locale.Japanese;

    /// <summary>Workspaces that may ask about it (<c>slack:T0123</c>, <c>web:local</c>); empty: all.</summary>
    public List<string> Workspaces { get; init; } = [];

    /// <summary>Local time by which the day's briefing should be there; the operator is told once a day when it is not. Null: nobody waits for it.</summary>
    public TimeOnly? ExpectedBy { get; init; }

    /// <summary>Weekdays on which one is expected; empty: all.</summary>
    public List<DayOfWeek> ExpectedOn { get; init; } = [];

    /// <summary>What a briefing must reach to be delivered without a person's word; by default everything does.</summary>
    public GateOptions Gate { get; init; } = new();

    /// <summary>The series that the parts work with. Its zone must be known.</summary>
    internal Series ToSeries() => new(Key, Name ?? Key, TimeZoneInfo.FindSystemTimeZoneById(Zone))
    {
        Language = Language,
        Workspaces = Workspaces,
        ExpectedBy = ExpectedBy,
        ExpectedOn = ExpectedOn,
        Gate = Gate.ToGate(),
    };

    public IEnumerable<OptionProblem> Check()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _))
        {
            yield return new(nameof(Zone), new(
                $"「{Zone}」というタイムゾーンはありません。IANA の名前にしてください（例 Asia/Tokyo）",
                $"there is no time zone \"{Zone}\": use an IANA name such as Asia/Tokyo"));
        }
    }
}
