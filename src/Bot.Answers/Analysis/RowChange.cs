using Bot.Archive.Queries;
using Bot.Archive.Saving;
using Bot.Briefings.Model;

namespace Bot.Answers.Analysis;

/// <summary>How a row of a comparison differs from the previous one's.</summary>
/// <param name="Name">Its first cell as plain text.</param>
/// <param name="Before">Null: the row is new.</param>
/// <param name="After">Null: the row is gone.</param>
/// <param name="Cells">Of a row that both have: the cells that differ, by column, as their authors wrote them.</param>
public sealed record RowChange(
    string Name,
    ComparisonRow? Before,
    ComparisonRow? After,
    IReadOnlyList<(string Column, string Before, string After)> Cells
)
{
    /// <summary>
    /// Changes in the order of the newer comparison, then what is gone. Rows are the same by their first cell, columns by their header.
    /// </summary>
    public static IReadOnlyList<RowChange> Between(IReadOnlyList<ArchivedItem> before, IReadOnlyList<ArchivedItem> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var old = before.DistinctBy(item => CompanyName.Key(item.Headline)).ToDictionary(item => CompanyName.Key(item.Headline));
        var changes = new List<RowChange>();
        foreach (var item in after.DistinctBy(item => CompanyName.Key(item.Headline)))
        {
            var row = EntryJson.ReadComparisonRow(item.Data);
            if (!old.Remove(CompanyName.Key(item.Headline), out var previous))
            {
                changes.Add(new RowChange(item.Headline, null, row, []));
                continue;
            }

            var was = EntryJson.ReadComparisonRow(previous.Data);
            var cells = Differing(was, row).ToList();
            if (cells.Count > 0)
            {
                changes.Add(new RowChange(item.Headline, was, row, cells));
            }
        }

        changes.AddRange(
            old.Values.OrderBy(item => item.Ordinal)
                .Select(item => new RowChange(item.Headline, EntryJson.ReadComparisonRow(item.Data), null, []))
        );
        return changes;
    }

    private static IEnumerable<(string Column, string Before, string After)> Differing(ComparisonRow was, ComparisonRow row)
    {
        for (var at = 1; at < Math.Max(was.Cells.Count, row.Cells.Count); at++)
        {
            var column = row.Columns.ElementAtOrDefault(at) ?? was.Columns.ElementAtOrDefault(at) ?? "";
            var then = column.Length > 0 ? was.Columns.ToList().IndexOf(column) : at;
            var before = was.Cells.ElementAtOrDefault(then < 0 ? at : then) ?? "";
            var after = row.Cells.ElementAtOrDefault(at) ?? "";
            if (Plain(before) != Plain(after))
            {
                yield return (column, before, after);
            }
        }
    }

    private static string Plain(string cell) => CompanyName.Key(cell.Replace('(', ' ').Replace('[', ' '));
}
