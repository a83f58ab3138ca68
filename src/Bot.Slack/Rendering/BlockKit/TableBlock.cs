using System.Text;
using System.Text.Json;
using Bot.Slack.Api;

namespace Bot.Slack.Rendering.BlockKit;

/// <summary>A table; every cell is rich text with at least one character.</summary>
/// <param name="Rows">The first is the header.</param>
/// <param name="Alignments">One per column: <c>center</c>, <c>right</c>, or null for the default.</param>
internal sealed record TableBlock(IReadOnlyList<IReadOnlyList<IReadOnlyList<RichTextRun>>> Rows, IReadOnlyList<string?> Alignments)
    : SlackBlock
{
    public override int Weight => SlackLimits.ObjectCost + Rows.Sum(row => row.Sum(WeightOf));

    public override bool IsWithinLimits =>
        Rows.Count is > 0 and <= SlackLimits.TableRows
        && Rows.All(row =>
            row.Count is > 0 and <= SlackLimits.TableColumns && row.All(cell => cell.Sum(run => run.Text.Length) <= SlackLimits.TableCell)
        );

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "table");
        json.WriteStartArray("column_settings");
        foreach (var alignment in Alignments)
        {
            json.WriteStartObject();
            if (alignment is not null)
            {
                json.WriteString("align", alignment);
            }

            json.WriteBoolean("is_wrapped", true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in Rows)
        {
            json.WriteStartArray();
            foreach (var cell in row)
            {
                new RichTextBlock([new RichTextSection(cell)]).Write(json);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public override void AppendWords(StringBuilder words)
    {
        for (var at = 0; at < Rows.Count; at++)
        {
            words.Append(at == 0 ? "" : "\n").AppendJoin(" | ", Rows[at].Select(cell => string.Concat(cell.Select(run => run.Text))));
        }
    }

    // A cell is three objects deep.
    private static int WeightOf(IReadOnlyList<RichTextRun> cell) => (2 * SlackLimits.ObjectCost) + cell.Sum(run => run.Weight);
}
