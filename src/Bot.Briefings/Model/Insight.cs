namespace Bot.Briefings.Model;

/// <summary>An entry of a <see cref="SectionKind.Insights"/> section.</summary>
public sealed record Insight : Entry
{
    /// <summary>Plain text; null where the entry has none.</summary>
    public string? Headline { get; init; }

    /// <summary>Plain text behind the headline; empty if there is none.</summary>
    public required string Text { get; init; }
}
