using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.World;

/// <summary>The visible text of a message: its content, or the text displays in its components.</summary>
public static class MessageText
{
    private const int TextDisplay = 10;

    /// <summary>The text of a request's body.</summary>
    public static string Of(JsonObject body) =>
        Of(
            body["content"] is JsonValue content && content.TryGetValue(out string? text) ? text.Trim() : "",
            body["components"] as JsonArray
        );

    public static string Of(string content, JsonArray? components) =>
        string.Join('\n', new[] { content }.Concat(Displays(components)).Where(text => text.Length > 0));

    /// <summary>All text displays in reading order, at any depth.</summary>
    public static IEnumerable<string> Displays(JsonNode? node) =>
        node switch
        {
            JsonArray all => all.SelectMany(Displays),
            JsonObject component => Own(component).Concat(Displays(component["components"])).Concat(Displays(component["accessory"])),
            _ => [],
        };

    private static IEnumerable<string> Own(JsonObject component) =>
        component["type"] is JsonValue type
        && type.TryGetValue(out int kind)
        && kind == TextDisplay
        && component["content"] is JsonValue content
        && content.TryGetValue(out string? text)
            ? [text]
            : [];
}
