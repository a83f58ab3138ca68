using Bot.Briefings.Model;

namespace Bot.Briefings.Entries;

/// <summary>One entry of a section, whatever its marks. Readers of facts see this and never the Markdown tree.</summary>
/// <param name="Form">Which marks made it.</param>
/// <param name="Head">The headline's text without its number, label mark or colon; empty if the entry has none.</param>
/// <param name="Body">What follows the head, nested lists included; of a table row, its other cells.</param>
/// <param name="Cells">Of a table row its cells in file order, parallel to <see cref="Columns"/>; else empty.</param>
/// <param name="Columns">Header texts of the table the row stands in; else empty.</param>
/// <param name="Citations">Cited numbers of the whole entry, in order of first appearance, each once.</param>
/// <param name="Position">Where the entry begins.</param>
/// <param name="Markdown">The author's Markdown of the whole entry, dedented.</param>
internal sealed record OutlineEntry(
    EntryForm Form,
    EntryText Head,
    EntryText Body,
    IReadOnlyList<EntryText> Cells,
    IReadOnlyList<string> Columns,
    IReadOnlyList<int> Citations,
    TextPosition Position,
    string Markdown
)
{
    /// <summary>Head and body as they stand, with the marks between them; of a table row, all cells, a line each.</summary>
    public required EntryText Whole { get; init; }

    /// <summary>Index in <see cref="Whole"/> behind the head.</summary>
    public int HeadEnd { get; init; }

    /// <summary>Index in the source behind the entry.</summary>
    public int SourceEnd { get; init; }
}
