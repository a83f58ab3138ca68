namespace Bot.Chat.Text;

/// <summary>
/// Lays out a table for a terminal: in columns aligned by display width, or as one record per row if that would be too
/// wide.
/// </summary>
internal static class TextTable
{
    private const int Widest = 100;
    private const string Gap = "  ";

    /// <param name="rows">The first row is the header.</param>
    public static IEnumerable<string> Of(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var columns = rows.Max(row => row.Count);
        var widths = Enumerable
            .Range(0, columns)
            .Select(column => rows.Max(row => column < row.Count ? DisplayWidth.Of(row[column]) : 0))
            .ToList();
        return widths.Sum() + (Gap.Length * (columns - 1)) <= Widest ? Grid(rows, widths) : Records(rows);
    }

    private static IEnumerable<string> Grid(IReadOnlyList<IReadOnlyList<string>> rows, List<int> widths)
    {
        for (var at = 0; at < rows.Count; at++)
        {
            yield return string.Join(Gap, rows[at].Select((cell, column) => cell + new string(' ', widths[column] - DisplayWidth.Of(cell))))
                .TrimEnd();
            if (at == 0)
            {
                yield return string.Join(Gap, widths.Select(width => new string('-', width)));
            }
        }
    }

    /// <summary>The first cell on its own line, the others below it after their headers.</summary>
    private static IEnumerable<string> Records(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var headers = rows[0];
        foreach (var row in rows.Skip(1))
        {
            for (var column = 0; column < row.Count; column++)
            {
                var header = column < headers.Count ? headers[column] : "";
                yield return (column == 0 ? "" : Gap) + (header.Length == 0 ? row[column] : $"{header}: {row[column]}");
            }
        }
    }
}
