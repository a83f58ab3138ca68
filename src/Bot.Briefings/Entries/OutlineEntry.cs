using Bot.Briefings.Model;

namespace Bot.Briefings.Entries;

/// <summary>One entry of a section, whatever its marks. Readers of facts see this and never the Markdown tree.</summary>
/// <param name="Form">The marks that made it an entry.</param>
/// <param name="Head">The headline's text without its number, label mark or colon; empty if the entry has none.</param>
/// <param name="Body">The text after the head, including nested lists; for a table row, its other cells.</param>
/// <param name="Cells">For a table row its cells in file order, parallel to <see cref="Columns"/>; otherwise empty.</param>
/// <param name="Columns">Header texts of the row's table; otherwise empty.</param>
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
    /// <summary>Head and body as written, with the marks between them; for a table row, all cells, one line each.</summary>
    public required EntryText Whole { get; init; }

    /// <summary>Index in <see cref="Whole"/> after the head.</summary>
    public int HeadEnd { get; init; }

    /// <summary>Index in the source after the entry.</summary>
    public int SourceEnd { get; init; }
}
