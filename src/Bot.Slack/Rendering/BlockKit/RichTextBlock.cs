using System.Text;
using System.Text.Json;
using Bot.Slack.Api;

namespace Bot.Slack.Rendering.BlockKit;

/// <summary>Text with structure and emphasis as data, so that no character can be taken for markup.</summary>
/// <param name="BlockId">Null: Slack assigns it.</param>
internal sealed record RichTextBlock(IReadOnlyList<RichTextElement> Elements, string? BlockId = null) : SlackBlock
{
    /// <summary><c>block_id</c> of a root's contents, whose headings become links later.</summary>
    public const string Contents = "contents";

    public override int Weight => SlackLimits.ObjectCost + Elements.Sum(element => element.Weight);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "rich_text");
        if (BlockId is not null)
        {
            json.WriteString("block_id", BlockId);
        }

        json.WriteStartArray("elements");
        foreach (var element in Elements)
        {
            element.Write(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public override void AppendWords(StringBuilder words)
    {
        for (var at = 0; at < Elements.Count; at++)
        {
            words.Append(at == 0 ? "" : "\n");
            Elements[at].AppendWords(words);
        }
    }
}
