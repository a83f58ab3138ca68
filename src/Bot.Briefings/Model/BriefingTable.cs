namespace Bot.Briefings.Model;

/// <summary>A pipe table.</summary>
public sealed record BriefingTable
{
    public required SectionKind Section { get; init; }

    public required int SectionOrder { get; init; }

    /// <summary>Header cells as plain text in file order; an empty one is "".</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Data rows, without the header and the rule row.</summary>
    public int RowCount => Rows.Count;

    /// <summary>Cells of each data row as the author's Markdown. Rows that are too short or too long stay so.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    public TextPosition Position { get; init; }
}
