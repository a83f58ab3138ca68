using Bot.Briefings.Model;

namespace Bot.Archive.Saving;

/// <summary>A row of a table in an <see cref="SectionKind.Analysis"/> section, with the columns it stands under.</summary>
public sealed record ComparisonRow
{
    /// <summary><see cref="Bot.Briefings.Model.Section.Order"/> of the section the row stands in.</summary>
    public required int SectionOrder { get; init; }

    /// <summary>Number of the table among the section's tables, from 1.</summary>
    public required int Table { get; init; }

    /// <summary>Header cells as plain text; an empty one is "".</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The row's cells as the author's Markdown; perhaps fewer or more than columns.</summary>
    public required IReadOnlyList<string> Cells { get; init; }
}
