using System.Globalization;
using Bot.Chat.Trees;
using Markdig.Extensions.Tables;

namespace Bot.Posts.Bodies;

/// <summary>A first column that only numbers the rows (messages.md, rule 7): nobody reads it.</summary>
internal static class RowNumbers
{
    /// <summary>Whether the cells of the first column count 1, 2, 3, … and other columns stand beside it.</summary>
    public static bool AreIn(Table table)
    {
        var expected = 0;
        foreach (var row in table.OfType<TableRow>().Where(row => !row.IsHeader))
        {
            expected++;
            if (
                row.Count < 2
                || !int.TryParse(
                    FlatText.Plain(row[0]).Trim().TrimEnd('.', ')', '．'),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                || number != expected
            )
            {
                return false;
            }
        }

        return expected > 1;
    }

    /// <summary>Takes the column out, if there is one.</summary>
    public static void Drop(Table table)
    {
        if (!AreIn(table))
        {
            return;
        }

        foreach (var row in table.OfType<TableRow>().Where(row => row.Count > 0))
        {
            row.RemoveAt(0);
        }

        if (table.ColumnDefinitions.Count > 0)
        {
            table.ColumnDefinitions.RemoveAt(0);
        }
    }
}
