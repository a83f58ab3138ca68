using System.Text;
using System.Text.Json;
using Bot.Slack.Api;

namespace Bot.Slack.Rendering.BlockKit;

/// <summary>
/// A table for many rows, in which people page and sort (https://docs.slack.dev/reference/block-kit/blocks/data-table-block).
/// </summary>
/// <param name="Rows">The first is the header, of plain text; all have the same number of cells, each with at least one character.</param>
internal sealed record DataTableBlock(string Caption, IReadOnlyList<IReadOnlyList<IReadOnlyList<RichTextRun>>> Rows) : SlackBlock
{
    /// <summary>Cells before this column need no name.</summary>
    public const int FirstNamed = 2;

    public override int Weight => SlackLimits.ObjectCost + Caption.Length + Rows.Sum(row => row.Sum(WeightOf));

    public override bool IsWithinLimits =>
        Rows.Count is > 1 and <= SlackLimits.DataTableRows
        && Rows.All(row =>
            row.Count is > 0 and <= SlackLimits.TableColumns && row.All(cell => cell.Sum(run => run.Text.Length) <= SlackLimits.TableCell)
        );

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "data_table");
        json.WriteString("caption", Caption);
        json.WriteNumber("page_size", SlackLimits.DataTablePage);
        json.WriteStartArray("rows");
        for (var at = 0; at < Rows.Count; at++)
        {
            json.WriteStartArray();
            foreach (var cell in Rows[at])
            {
                WriteCell(json, cell, isHeader: at == 0);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The caption, then a line a row, each cell but the first ones after the name of its column.</summary>
    public override void AppendWords(StringBuilder words)
    {
        words.Append(Caption);
        foreach (var row in Rows.Skip(1))
        {
            words
                .Append('\n')
                .AppendJoin(
                    " | ",
                    row.Select((cell, column) => (Text: TextOf(cell), Name: column < FirstNamed ? "" : TextOf(Rows[0][column])))
                        .Where(cell => !string.IsNullOrWhiteSpace(cell.Text))
                        .Select(cell => string.IsNullOrWhiteSpace(cell.Name) ? cell.Text : $"{cell.Name}: {cell.Text}")
                );
        }
    }

    private static void WriteCell(Utf8JsonWriter json, IReadOnlyList<RichTextRun> cell, bool isHeader)
    {
        if (!isHeader)
        {
            new RichTextBlock([new RichTextSection(cell)]).Write(json);
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", "raw_text");
        json.WriteString("text", TextOf(cell));
        json.WriteEndObject();
    }

    private static string TextOf(IReadOnlyList<RichTextRun> cell) => string.Concat(cell.Select(run => run.Text));

    // A cell is three objects deep.
    private static int WeightOf(IReadOnlyList<RichTextRun> cell) => (2 * SlackLimits.ObjectCost) + cell.Sum(run => run.Weight);
}
