using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Blocks;

/// <summary>table and data_table (https://docs.slack.dev/reference/block-kit/blocks/table-block).</summary>
internal static class TableBlocks
{
    private const int MostColumns = 20;

    private static readonly Rule RawText = new Shape().Needs("text", Rules.Text(int.MaxValue - 1));
    private static readonly Rule RawNumber = new Shape().Needs("value", Rules.Number()).Takes("text", Rules.Text(255));

    private static readonly Rule Cell = Rules.Typed(
        new Dictionary<string, Rule>
        {
            ["raw_text"] = RawText,
            ["raw_number"] = RawNumber,
            ["rich_text"] = RichTextBlocks.Inner(),
        }
    );

    public static Rule Table() =>
        LayoutBlocks.Begin().Needs("rows", Rules.List(100, Rules.List(MostColumns, Cell))).Takes("column_settings", ColumnSettings);

    public static Rule DataTable() =>
        LayoutBlocks
            .Begin()
            .Needs("caption", Rules.Text(255))
            .Needs("rows", Rules.Both(Rules.List(201, Rules.List(MostColumns, Cell), min: 2), Even))
            .Takes("page_size", Rules.Number(1, 100))
            .Takes("row_header_column_index", Rules.Number(0, MostColumns - 1));

    /// <summary>A null skips a column; an empty align is refused.</summary>
    private static void ColumnSettings(JsonNode node, string pointer, Findings findings)
    {
        Rule column = new Shape().Takes("align", Rules.OneOf("left", "center", "right")).Takes("is_wrapped", Rules.Flag);
        if (node is not JsonArray { Count: <= MostColumns } settings)
        {
            findings.Add(pointer, $"no more than {MostColumns} items allowed");
            return;
        }

        for (var at = 0; at < settings.Count; at++)
        {
            if (settings[at] is { } setting)
            {
                column(setting, $"{pointer}/{at}", findings);
            }
        }
    }

    /// <summary>All rows have the same length, and the first has no rich text.</summary>
    private static void Even(JsonNode node, string pointer, Findings findings)
    {
        if (node is not JsonArray { Count: > 0 } rows || rows[0] is not JsonArray header)
        {
            return;
        }

        if (rows.Any(row => row is JsonArray cells && cells.Count != header.Count))
        {
            findings.Add(pointer, "all rows must have the same number of cells");
        }

        if (header.Any(cell => cell?["type"]?.ToString() == "rich_text"))
        {
            findings.Add(pointer + "/0", "header cells may not be rich_text");
        }
    }
}
