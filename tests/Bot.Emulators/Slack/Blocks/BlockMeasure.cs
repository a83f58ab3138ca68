using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Blocks;

/// <summary>Sizes measured across blocks.</summary>
internal static class BlockMeasure
{
    private static readonly string[] Texts = ["text", "url", "alt_text", "value", "label", "caption", "name", "title"];

    /// <summary>All text, plus a fixed cost for every container.</summary>
    public static int Cost(JsonNode? node, int containerCost) =>
        node switch
        {
            JsonObject json => (json.ContainsKey("type") ? containerCost : 0)
                + json.Sum(pair =>
                    pair.Value is JsonValue value
                        ? Texts.Contains(pair.Key)
                            ? Length(value)
                            : 0
                        : Cost(pair.Value, containerCost)
                ),
            JsonArray array => array.Sum(item => item is JsonValue value ? Length(value) : Cost(item, containerCost)),
            _ => 0,
        };

    /// <summary>Characters in a table's cells.</summary>
    public static int Characters(JsonNode? node) =>
        node switch
        {
            JsonObject json => json.Sum(pair =>
                pair.Key == "text" && pair.Value is JsonValue value ? Length(value) : Characters(pair.Value)
            ),
            JsonArray array => array.Sum(Characters),
            _ => 0,
        };

    public static int Length(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>().Length : 0;
}
