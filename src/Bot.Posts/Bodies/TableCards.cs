using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts.Bodies;

/// <summary>
/// A table too wide for a phone as cards (messages.md, rule 8): the first column's header once, small; then a card a row, its
/// first cell bold, the others as <c>column: cell</c>. Cells that are empty or a dash give no line.
/// </summary>
public static class TableCards
{
    private const string Dashes = "-‐‑‒–—―−－\u30FC─~〜";

    public static IEnumerable<Block> Of(Table table)
    {
        var headers = Headers(table);
        if (headers is [{ Length: > 0 } first, ..])
        {
            // The other columns are named in each card.
            yield return Nodes.Small(first);
        }

        foreach (var row in Nodes.Take(table).Cast<TableRow>().Where(row => !row.IsHeader))
        {
            if (Of(row, headers) is { } card)
            {
                yield return card;
            }
        }
    }

    /// <summary>Null if the row has no text.</summary>
    public static RoleBlock? Of(TableRow row, IReadOnlyList<string> headers)
    {
        var lines = new List<List<Inline>>();
        foreach (var (cell, at) in row.OfType<TableCell>().Select((cell, at) => (Content(cell), at)))
        {
            if (IsEmpty(cell))
            {
                continue;
            }

            var header = at < headers.Count ? headers[at] : "";
            lines.Add(
                at == 0 ? [Nodes.Bold(Nodes.Take(cell))]
                : header.Length == 0 ? Nodes.Take(cell)
                : [Nodes.Text(header + ": "), .. Nodes.Take(cell)]
            );
        }

        return lines.Count == 0 ? null : Nodes.Role(BlockRole.Card, Lines(lines));
    }

    /// <summary>Header cells as plain text; empty if the table has no header row.</summary>
    public static List<string> Headers(Table table) =>
        table.OfType<TableRow>().FirstOrDefault(row => row.IsHeader)?.OfType<TableCell>().Select(FlatText.Plain).ToList() ?? [];

    /// <summary>Moves the inlines out of a cell.</summary>
    public static ContainerInline Content(TableCell cell)
    {
        var content = new ContainerInline();
        foreach (var paragraph in cell.OfType<LeafBlock>())
        {
            if (content.FirstChild is not null)
            {
                content.AppendChild(Nodes.Text(" "));
            }

            foreach (var inline in Nodes.Take(paragraph.Inline))
            {
                content.AppendChild(inline);
            }
        }

        return Cut.Trim(content);
    }

    /// <summary>True if the author left the cell empty or wrote only a dash.</summary>
    public static bool IsEmpty(ContainerInline content) =>
        FlatText.Of(content).All(c => char.IsWhiteSpace(c) || Dashes.Contains(c, StringComparison.Ordinal));

    /// <summary>One paragraph with the given lines, separated by line breaks.</summary>
    public static ParagraphBlock Lines(IEnumerable<IReadOnlyList<Inline>> lines) =>
        Nodes.Paragraph(lines.SelectMany((line, at) => at == 0 ? line : [Nodes.Break(), .. line]));
}
