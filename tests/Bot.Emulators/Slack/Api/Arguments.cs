using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Api;

/// <summary>A call's arguments, from JSON, form or query alike.</summary>
/// <param name="values">Strings for a form; anything for JSON.</param>
public sealed class Arguments(JsonObject values)
{
    public bool Has(string name) => values[name] is not null;

    /// <summary>Numbers and Booleans in a JSON body count as their text.</summary>
    public string? Text(string name) =>
        values[name] switch
        {
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            JsonValue value => value.ToJsonString(),
            _ => null,
        };

    public bool IsNumber(string name) => values[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number;

    public bool? Flag(string name) =>
        Text(name) switch
        {
            "true" or "1" => true,
            "false" or "0" => false,
            _ => null,
        };

    public int? Number(string name) =>
        int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A JSON argument: inline in a JSON body, or serialized as text.</summary>
    /// <returns>False if present but unreadable.</returns>
    public bool TryJson(string name, out JsonNode? node)
    {
        node = values[name];
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            node = node?.DeepClone();
            return true;
        }

        node = null;
        if (text.Length == 0)
        {
            return true;
        }

        try
        {
            node = JsonNode.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
