using Bot.Briefings.Model;
using Bot.Briefings.Outlines;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Bot.Briefings.Reading;

/// <summary>A pipe table as its author wrote it, without the childless cells with which Markdig pads short rows.</summary>
internal sealed record TableView(Table Table, IReadOnlyList<string> Columns, IReadOnlyList<TableRowView> Rows)
{
    public static TableView Of(Table table, ReadingContext context) =>
        context.Tables.TryGetValue(table, out var view) ? view : context.Tables[table] = Read(table, context);

    private static TableView Read(Table table, ReadingContext context)
    {
        string[] columns = [];
        var rows = new List<TableRowView>(table.Count);
        var line = context.Position(table).Line;
        foreach (var block in table)
        {
            if (block is not TableRow row)
            {
                continue;
            }

            var cells = Written(row);
            if (row.IsHeader)
            {
                columns = [.. cells.Select(cell => context.Plain(cell))];
                line++;
            }
            else
            {
                // A row of empty cells has no position.
                line = row.Span.IsEmpty ? line + 1 : context.Position(row).Line;
                rows.Add(new TableRowView(cells, cells.ConvertAll(cell => Markdown(cell, context)), new TextPosition(line, 1)));
            }
        }

        return new TableView(table, columns, rows);
    }

    private static List<TableCell> Written(TableRow row)
    {
        var cells = new List<TableCell>(row.Count);
        foreach (var block in row)
        {
            if (block is TableCell { Count: > 0 } cell)
            {
                cells.Add(cell);
            }
        }

        return cells;
    }

    /// <summary>The tables among some blocks, including those inside lists and quotes.</summary>
    public static List<Table> In(List<Block> blocks)
    {
        var tables = new List<Table>();
        foreach (var block in blocks)
        {
            Collect(block, tables);
        }

        return tables;
    }

    private static void Collect(Block block, List<Table> tables)
    {
        if (block is Table table)
        {
            tables.Add(table);
        }
        else if (block is ContainerBlock container)
        {
            for (var i = 0; i < container.Count; i++)
            {
                Collect(container[i], tables);
            }
        }
    }

    public BriefingTable ToModel(OutlineSection section, ReadingContext context) =>
        new()
        {
            Section = section.Kind,
            SectionOrder = section.Order,
            Columns = Columns,
            Rows = [.. Rows.Select(row => row.Markdown)],
            Position = context.Position(Table),
        };

    /// <summary>The cell as written, without the spaces beside its pipes.</summary>
    public static string Markdown(TableCell cell, ReadingContext context) =>
        cell.Span.IsEmpty
            ? ""
            : context.Source.AsSpan(cell.Span.Start, Math.Min(cell.Span.Length, context.Source.Length - cell.Span.Start)).Trim().ToString();
}

/// <param name="Cells">Only the written ones.</param>
/// <param name="Markdown">Their Markdown as written.</param>
internal sealed record TableRowView(IReadOnlyList<TableCell> Cells, IReadOnlyList<string> Markdown, TextPosition Position)
{
    public TableCell? Cell(int column) => column >= 0 && column < Cells.Count ? Cells[column] : null;
}
