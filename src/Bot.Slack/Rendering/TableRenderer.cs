using Bot.Slack.Rendering.BlockKit;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Bot.Slack.Rendering;

/// <summary>A table; within a list or a quote, which cannot contain one, one line per row.</summary>
internal sealed class TableRenderer : MarkdownObjectRenderer<BlockKitRenderer, Table>
{
    protected override void Write(BlockKitRenderer renderer, Table table)
    {
        if (renderer.IsNested)
        {
            WriteLines(renderer, table);
            return;
        }

        renderer.EndText();
        if (Rows(renderer, table) is [{ Count: > 0 and var columns }, ..] rows)
        {
            renderer.Add(new TableBlock(rows, [.. Enumerable.Range(0, columns).Select(column => Alignment(table, column))]));
        }
    }

    /// <summary>The cells of all rows, equally many in each.</summary>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<RichTextRun>>> Rows(BlockKitRenderer renderer, Table table)
    {
        var rows = table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(cell => Cell(renderer, cell)).ToList()).ToList();
        var columns = rows.Select(row => row.Count).DefaultIfEmpty(0).Max();
        foreach (var row in rows)
        {
            row.AddRange(Enumerable.Repeat<IReadOnlyList<RichTextRun>>(Empty, columns - row.Count));
        }

        return rows;
    }

    /// <summary>Slack refuses an empty cell.</summary>
    private static readonly IReadOnlyList<RichTextRun> Empty = [new RichTextRun(" ", RichTextStyle.None, null)];

    private static IReadOnlyList<RichTextRun> Cell(BlockKitRenderer renderer, TableCell cell)
    {
        var spacing = renderer.Spacing;
        renderer.Spacing = 1;
        renderer.WriteChildren(cell);
        renderer.Spacing = spacing;
        return renderer.Text.TakeRuns() is { Count: > 0 } runs ? runs : Empty;
    }

    private static string? Alignment(Table table, int column) =>
        (column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null) switch
        {
            TableColumnAlign.Center => "center",
            TableColumnAlign.Right => "right",
            _ => null,
        };

    private static void WriteLines(BlockKitRenderer renderer, Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            renderer.Text.Separate(1);
            var first = true;
            foreach (var cell in row.OfType<TableCell>())
            {
                if (!first)
                {
                    renderer.Text.Append(" | ");
                }

                first = false;
                foreach (var leaf in cell.OfType<LeafBlock>())
                {
                    renderer.WriteLeafInline(leaf);
                }
            }
        }
    }
}
