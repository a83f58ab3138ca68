using Bot.Briefings.Model;

namespace Bot.Archive.Saving;

/// <summary>A row of a table in an <see cref="SectionKind.Analysis"/> section, with its column headers.</summary>
public sealed record ComparisonRow
{
    /// <summary><see cref="Bot.Briefings.Model.Section.Order"/> of the row's section.</summary>
    public required int SectionOrder { get; init; }

    /// <summary>Number of the table within the section, from 1.</summary>
    public required int Table { get; init; }

    /// <summary>Header cells as plain text; "" for an empty one.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The row's cells as the author's Markdown; may be fewer or more than the columns.</summary>
    public required IReadOnlyList<string> Cells { get; init; }
}
