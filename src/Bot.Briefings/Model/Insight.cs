namespace Bot.Briefings.Model;

/// <summary>An entry of a <see cref="SectionKind.Insights"/> section.</summary>
public sealed record Insight : Entry
{
    /// <summary>Plain text; null if the entry has none.</summary>
    public string? Headline { get; init; }

    /// <summary>Plain text after the headline; empty if there is none.</summary>
    public required string Text { get; init; }
}
