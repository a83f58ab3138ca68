using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Discord.Setup.Registration;

/// <summary>
/// A list of commands reduced to what a registration states, in one order: two lists that register the same are equal, whatever Discord
/// adds (ids, versions), leaves out (defaults) or sorts differently.
/// </summary>
internal static class CommandForm
{
    /// <summary>Defaults for members that are missing. Anything not named here or below is not compared.</summary>
    private static readonly (string Key, string Default)[] Members =
    [
        ("type", "1"),
        ("name", "\"\""),
        ("name_localizations", "{}"),
        ("description", "\"\""),
        ("description_localizations", "{}"),
        ("required", "false"),
        ("autocomplete", "false"),
        ("value", "null"),
        ("default_member_permissions", "null"),
        ("contexts", "null"),
        ("integration_types", "[0]"),
        ("nsfw", "false"),
        ("min_length", "null"),
        ("max_length", "null"),
        ("channel_types", "[]"),
    ];

    public static string Of(JsonArray commands) => Of(commands.OfType<JsonObject>());

    public static string Of(IEnumerable<JsonObject> commands) => string.Join('\n', commands.Select(Of).Order(StringComparer.Ordinal));

    private static string Of(JsonObject node)
    {
        var members = Members
            .Select(member => Text(node[member.Key]) is { } text && text != member.Default ? $"{member.Key}={text}" : null)
            .Concat([Inner(node, "options"), Inner(node, "choices")]);
        return string.Join(' ', members.OfType<string>());
    }

    private static string? Inner(JsonObject node, string key) =>
        node[key] is JsonArray { Count: > 0 } inner
            ? $"{key}=[{string.Join(' ', inner.OfType<JsonObject>().Select(one => $"({Of(one)})"))}]"
            : null;

    private static string? Text(JsonNode? node) =>
        node switch
        {
            null => null,
            JsonObject names => "{"
                + string.Join(',', names.Select(pair => $"{pair.Key}:{Text(pair.Value)}").Order(StringComparer.Ordinal))
                + "}",
            JsonArray values => "[" + string.Join(',', values.Select(Text).Order(StringComparer.Ordinal)) + "]",
            // Bit sets are strings, but numbers in the official description.
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.ToString(),
            JsonValue value => value.GetValueKind() == JsonValueKind.String
                ? JsonSerializer.Serialize(value.ToString())
                : value.ToString().ToLowerInvariant(),
            _ => null,
        };
}
