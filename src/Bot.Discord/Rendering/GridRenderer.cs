using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace Bot.Discord.Rendering;

/// <summary>
/// A table whose rows all fit a phone's line (messages.md, rule 8): aligned columns in a code block, with a line below the header.
/// <see cref="TableArrangement"/> turns any other into cards.
/// </summary>
internal sealed class GridRenderer : MarkdownObjectRenderer<ComponentRenderer, Table>
{
    private const int Widest = 30;
    private const string Gap = "  ";

    /// <summary>Every row fits, and no cell has what a code block cannot show: a link, a citation or emphasis inside a sentence.</summary>
    public static bool Fits(Table table)
    {
        if (Walk.Inlines<LinkInline>(table).Any() || Walk.Inlines<Bot.Briefings.Citations.CitationInline>(table).Any())
        {
            return false;
        }

        var widths = Widths(Rows(table));
        return widths.Count > 0 && widths.Sum() + (Gap.Length * (widths.Count - 1)) <= Widest;
    }

    protected override void Write(ComponentRenderer renderer, Table table)
    {
        RoleBlockRenderer.LeaveCards(renderer);
        renderer.BeginBlock();
        var rows = Rows(table);
        var widths = Widths(rows);
        var lines = rows.ConvertAll(row =>
            string.Join(Gap, row.Select((cell, column) => cell + new string(' ', widths[column] - DisplayWidth.Of(cell)))).TrimEnd()
        );
        if (table.OfType<TableRow>().FirstOrDefault() is { IsHeader: true })
        {
            lines.Insert(1, new string('-', widths.Sum() + (Gap.Length * (widths.Count - 1))));
        }

        renderer.Text.Fenced("", lines);
    }

    private static List<List<string>> Rows(Table table) =>
        [.. table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(cell => Invisible.Drop(FlatText.Plain(cell))).ToList())];

    private static List<int> Widths(List<List<string>> rows)
    {
        var columns = rows.Select(row => row.Count).DefaultIfEmpty(0).Max();
        return [.. Enumerable.Range(0, columns).Select(column => rows.Max(row => column < row.Count ? DisplayWidth.Of(row[column]) : 0))];
    }
}
