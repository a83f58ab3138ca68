using System.Text;
using System.Text.Json;
using Bot.Slack.Api;

namespace Bot.Slack.Rendering.BlockKit;

/// <summary>Small type.</summary>
/// <param name="Elements">Each with its words without markup.</param>
internal sealed record ContextBlock(IReadOnlyList<(TextObject Text, string Words)> Elements) : SlackBlock
{
    public override int Weight => SlackLimits.ObjectCost + Elements.Sum(element => SlackLimits.ObjectCost + element.Text.Text.Length);

    public override bool IsWithinLimits =>
        Elements.Count is > 0 and <= SlackLimits.ContextElements
        && Elements.All(element => element.Text.Text.Length is > 0 and <= SlackLimits.Text);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "context");
        json.WriteStartArray("elements");
        foreach (var (text, _) in Elements)
        {
            text.Write(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public override void AppendWords(StringBuilder words) => words.AppendJoin('\n', Elements.Select(element => element.Words));
}
