namespace Bot.Archive.Saving;

/// <summary>A passage of a briefing outside of its entries.</summary>
public sealed record RunningText
{
    /// <summary><see cref="Bot.Briefings.Model.Section.Order"/>; 0 before the first section.</summary>
    public required int SectionOrder { get; init; }

    /// <summary>As the author wrote it.</summary>
    public required string Markdown { get; init; }

    /// <summary>Cited reference numbers, each once.</summary>
    public IReadOnlyList<int> Citations { get; init; } = [];
}
