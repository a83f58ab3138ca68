using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Bot.Web.Rendering;

/// <summary>
/// A table that works on narrow screens: up to three columns stay a grid with wrapped cells; more become one card per
/// row, each cell preceded by its column's name. ARIA roles are explicit because a table laid out as blocks loses them.
/// Alignment is a class: inline styles are forbidden.
/// </summary>
internal sealed class TableRenderer(string label) : HtmlObjectRenderer<Table>
{
    private const int WidestGrid = 3;

    protected override void Write(HtmlRenderer renderer, Table table)
    {
        var rows = table.OfType<TableRow>().ToList();
        var header = rows.FirstOrDefault(row => row.IsHeader);
        var columns = header?.OfType<TableCell>().Select(NodeText.Of).ToList() ?? [];
        var wide = rows.Max(row => (int?)row.Count) > WidestGrid;

        renderer.EnsureLine();
        renderer
            .Write("<div class=\"table")
            .Write(wide ? " wide" : "")
            .Write("\" role=\"region\" tabindex=\"0\" aria-label=\"")
            .WriteEscape(label)
            .WriteLine("\">")
            .WriteLine("<table role=\"table\">");
        if (header is not null)
        {
            renderer.WriteLine("<thead role=\"rowgroup\">");
            WriteRow(renderer, table, header, columns);
            renderer.WriteLine("</thead>");
        }

        renderer.WriteLine("<tbody role=\"rowgroup\">");
        foreach (var row in rows.Where(row => row != header))
        {
            WriteRow(renderer, table, row, columns);
        }

        renderer.WriteLine("</tbody>").WriteLine("</table>").WriteLine("</div>");
    }

    private static void WriteRow(HtmlRenderer renderer, Table table, TableRow row, List<string> columns)
    {
        renderer.Write("<tr role=\"row\">");
        var index = 0;
        foreach (var cell in row.OfType<TableCell>())
        {
            var tag = row.IsHeader || index == 0 ? "th" : "td";
            renderer
                .Write('<')
                .Write(tag)
                .Write(
                    row.IsHeader ? " role=\"columnheader\" scope=\"col\""
                    : index == 0 ? " role=\"rowheader\" scope=\"row\""
                    : " role=\"cell\""
                );
            WriteClass(renderer, table, cell, index);
            if (!row.IsHeader && index > 0 && index < columns.Count && columns[index].Length > 0)
            {
                renderer.Write(" data-label=\"").WriteEscape(columns[index]).Write('"');
            }

            var outer = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = cell.Count <= 1;
            renderer.Write('>').WriteChildren(cell);
            renderer.ImplicitParagraph = outer;
            renderer.Write("</").Write(tag).Write('>');
            index++;
        }

        renderer.WriteLine("</tr>");
    }

    private static void WriteClass(HtmlRenderer renderer, Table table, TableCell cell, int index)
    {
        var alignment = index < table.ColumnDefinitions.Count ? table.ColumnDefinitions[index].Alignment : null;
        var aligned = alignment switch
        {
            TableColumnAlign.Right => "end",
            TableColumnAlign.Center => "centre",
            _ => "",
        };
        var empty = cell.Descendants<LeafBlock>()
            .All(leaf =>
                NodeText.Of(leaf) is "" or "-" or "–" or "—" or "－"
                && !(leaf.Inline?.FindDescendants<Bot.Briefings.Citations.CitationInline>().Any() ?? false)
            )
            ? "none"
            : "";
        var classes = $"{aligned} {empty}".Trim();
        if (classes.Length > 0)
        {
            renderer.Write(" class=\"").Write(classes).Write('"');
        }
    }
}
