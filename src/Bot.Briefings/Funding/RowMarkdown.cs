using Bot.Briefings.Entries;

namespace Bot.Briefings.Funding;

/// <summary>The Markdown of a table row's cells.</summary>
internal static class RowMarkdown
{
    /// <summary>As the author wrote them; as plain text if the row's bars do not separate its cells (a bar in code, HTML).</summary>
    public static IReadOnlyList<string> Cells(OutlineEntry row)
    {
        var cells = Split(row.Markdown.Trim());
        return cells.Count == row.Cells.Count ? cells : [.. row.Cells.Select(cell => cell.Text)];
    }

    private static List<string> Split(string line)
    {
        var cells = new List<string>();
        var start = line.StartsWith('|') ? 1 : 0;
        for (var i = start; i < line.Length; i++)
        {
            if (line[i] == '|' && line[i - 1] != '\\')
            {
                cells.Add(line[start..i].Trim());
                start = i + 1;
            }
        }

        if (start < line.Length)
        {
            cells.Add(line[start..].Trim());
        }

        return cells;
    }
}
