using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Rules;

/// <summary>Reads untrusted JSON: a value of the wrong type counts as absent.</summary>
internal static class Node
{
    public static string? Text(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static int? Number(this JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out int number) ? number : null;

    public static bool? Truth(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool truth) ? truth : null;

    /// <summary>An id, written as a string or as a number.</summary>
    public static ulong? Id(this JsonNode? node) => World.Snowflakes.Parse(node is JsonValue ? node.ToString() : null);

    public static IEnumerable<JsonNode?> Items(this JsonNode? node) => node as JsonArray ?? [];

    /// <summary>Characters as Discord counts them: Unicode code points.</summary>
    public static int Points(this string text) => text.EnumerateRunes().Count();
}
