using Bot.Answers.Replies;
using Bot.Archive.Queries;
using Bot.Archive.Saving;

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
    /// Changes in the order of the newer comparison, then what is gone. Rows are the same by their first cell (of several with the same one,
    /// by their order), columns by their header.
    /// </summary>
    public static IReadOnlyList<RowChange> Between(IReadOnlyList<ArchivedItem> before, IReadOnlyList<ArchivedItem> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var old = Keyed(before).ToDictionary(row => row.Key, row => row.Item);
        var changes = new List<RowChange>();
        foreach (var (key, item) in Keyed(after))
        {
            var row = EntryJson.ReadComparisonRow(item.Data);
            if (!old.Remove(key, out var previous))
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

    private static IEnumerable<((string Name, int Number) Key, ArchivedItem Item)> Keyed(IReadOnlyList<ArchivedItem> items) =>
        items
            .GroupBy(item => PlainWords.Of(item.Headline))
            .SelectMany(same => same.Select((item, number) => (Key: (same.Key, number), Item: item)))
            .OrderBy(row => row.Item.Ordinal);

    private static IEnumerable<(string Column, string Before, string After)> Differing(ComparisonRow was, ComparisonRow row)
    {
        var matched = new HashSet<int>();
        for (var at = 1; at < row.Cells.Count; at++)
        {
            var then = Column(was, row, at, matched);
            var before = then is { } old && matched.Add(old) ? was.Cells.ElementAtOrDefault(old) ?? "" : "";
            if (PlainWords.Of(before) != PlainWords.Of(row.Cells[at]))
            {
                yield return (row.Columns.ElementAtOrDefault(at) ?? "", before, row.Cells[at]);
            }
        }

        for (var at = 1; at < was.Cells.Count; at++)
        {
            if (!matched.Contains(at) && PlainWords.Of(was.Cells[at]).Length > 0)
            {
                yield return (was.Columns.ElementAtOrDefault(at) ?? "", was.Cells[at], "");
            }
        }
    }

    /// <summary>The earlier column of the same header; of a header that is new, the one in its place if its own is gone.</summary>
    private static int? Column(ComparisonRow was, ComparisonRow row, int at, HashSet<int> matched)
    {
        var names = was.Columns.Select(PlainWords.Of).ToList();
        var name = PlainWords.Of(row.Columns.ElementAtOrDefault(at) ?? "");
        for (var then = 1; then < names.Count; then++)
        {
            if (names[then] == name && !matched.Contains(then))
            {
                return then;
            }
        }

        var isGone = at >= names.Count || !row.Columns.Skip(1).Select(PlainWords.Of).Contains(names[at]);
        return at < was.Cells.Count && isGone && !matched.Contains(at) ? at : null;
    }
}
