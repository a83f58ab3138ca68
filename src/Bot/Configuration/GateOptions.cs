using System.ComponentModel.DataAnnotations;
using Bot.Chat;

namespace Bot.Configuration;

/// <summary>Below any of these a briefing is held, and the operator is told.</summary>
public sealed class GateOptions
{
    /// <summary>Sections that it has at least. 0 to 1000.</summary>
    [Range(0, 1000)]
    public int LeastSections { get; init; }

    /// <summary>Least share of its text that belongs to an entry or a section of prose. 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double LeastUnderstood { get; init; }

    /// <summary>Citations whose number no reference has, at most. Null: any number.</summary>
    [Range(0, int.MaxValue)]
    public int? MostUnresolved { get; init; }

    internal SeriesGate ToGate() => new()
    {
        LeastSections = LeastSections,
        LeastUnderstood = LeastUnderstood,
        MostUnresolved = MostUnresolved ?? int.MaxValue,
    };
}
