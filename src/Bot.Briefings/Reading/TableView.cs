using Bot.Briefings.Model;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Bot.Briefings.Reading;

/// <summary>A pipe table as its author wrote it: Markdig pads short rows with childless cells, which are left out here.</summary>
internal sealed record TableView(Table Table, IReadOnlyList<string> Columns, IReadOnlyList<TableRowView> Rows)
{
    public static TableView Of(Table table, ReadingContext context)
    {
        string[] columns = [];
        var rows = new List<TableRowView>(table.Count);
        var line = context.Position(table).Line;
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = row.OfType<TableCell>().Where(cell => cell.Count > 0).ToList();
            if (row.IsHeader)
            {
                columns = [.. cells.Select(cell => context.Plain(cell))];
                line++;
            }
            else
            {
                // A row of empty cells has no position of its own.
                line = row.Span.IsEmpty ? line + 1 : context.Position(row).Line;
                rows.Add(new TableRowView(cells, new TextPosition(line, 1)));
            }
        }

        return new TableView(table, columns, rows);
    }

    public static IEnumerable<Table> In(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is Table table)
            {
                yield return table;
            }
            else if (block is ContainerBlock container)
            {
                foreach (var inner in In(container))
                {
                    yield return inner;
                }
            }
        }
    }

    public BriefingTable ToModel(SectionBlocks section, ReadingContext context) => new()
    {
        Section = section.Kind,
        SectionOrder = section.Order,
        Columns = Columns,
        Rows = [.. Rows.Select(row => (IReadOnlyList<string>)[.. row.Cells.Select(cell => Markdown(cell, context))])],
        Position = context.Position(Table),
    };

    /// <summary>The cell as written, without the spaces beside its pipes.</summary>
    public static string Markdown(TableCell cell, ReadingContext context) =>
        cell.Span.IsEmpty ? "" : context.Source.AsSpan(cell.Span.Start, Math.Min(cell.Span.Length, context.Source.Length - cell.Span.Start)).Trim().ToString();
}

/// <param name="Cells">Only those that are written.</param>
internal sealed record TableRowView(IReadOnlyList<TableCell> Cells, TextPosition Position)
{
    public TableCell? Cell(int column) => column >= 0 && column < Cells.Count ? Cells[column] : null;
}
