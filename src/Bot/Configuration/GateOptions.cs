using System.ComponentModel.DataAnnotations;
using Bot.Chat;

namespace Bot.Configuration;

/// <summary>A briefing that misses any of these is held, and the operator is told.</summary>
public sealed class GateOptions
{
    /// <summary>Minimum number of sections, 0 to 1000.</summary>
    [Range(0, 1000)]
    public int LeastSections { get; init; }

    /// <summary>Minimum share of its text that belongs to an entry or a prose section, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double LeastUnderstood { get; init; }

    /// <summary>Maximum number of citations without a matching reference; null for no limit.</summary>
    [Range(0, int.MaxValue)]
    public int? MostUnresolved { get; init; }

    internal SeriesGate ToGate() =>
        new()
        {
            LeastSections = LeastSections,
            LeastUnderstood = LeastUnderstood,
            MostUnresolved = MostUnresolved ?? int.MaxValue,
        };
}
