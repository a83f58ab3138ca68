using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rules;

namespace Bot.Emulators.Discord.Interactions;

/// <summary>A modal's values as a client sends them, component by component.</summary>
internal static class FilledForm
{
    public static JsonArray Of(JsonNode? parts, IReadOnlyDictionary<string, string> values)
    {
        var filled = new JsonArray();
        var id = 0;
        foreach (var part in parts.Items().OfType<JsonObject>())
        {
            var json = new JsonObject { ["type"] = part["type"]!.DeepClone(), ["id"] = ++id };
            if (part["component"] is JsonObject labelled)
            {
                json["component"] = Input(labelled, values, ++id);
            }
            else if (part["components"] is JsonArray row)
            {
                json["components"] = new JsonArray([.. row.OfType<JsonObject>().Select(input => (JsonNode)Input(input, values, ++id))]);
            }

            filled.Add((JsonNode)json);
        }

        return filled;
    }

    private static JsonObject Input(JsonObject input, IReadOnlyDictionary<string, string> values, int id)
    {
        var customId = input["custom_id"].Text() ?? "";
        var type = input["type"].Number();
        var value = values.GetValueOrDefault(customId) ?? input["value"].Text() ?? "";
        var json = new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["custom_id"] = customId,
        };
        switch (type)
        {
            case 4 or 21:
                json["value"] = value;
                break;
            case 23:
                json["value"] = value == "true";
                break;
            default:
                json["values"] = new JsonArray([.. value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(item => (JsonNode)item)]);
                break;
        }

        return json;
    }
}
