using System.Text.Json.Nodes;

namespace Bot.Testing;

/// <summary>
/// Mutates good payloads as a broken or hostile sender might: anywhere a value of another kind, out of range, half a
/// surrogate pair, missing, or a neighbour's value; a broken name; a truncated text.
/// </summary>
public static class JsonMutations
{
    private static readonly string[] Values =
    [
        "null",
        "true",
        "false",
        "0",
        "-1",
        "1e400",
        "99999999999999999999",
        "1.5",
        "\"\"",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"x\"",
        "[]",
        "{}",
        "[null]",
        "[[]]",
        "{\"\\ud800\":1}",
        "{\"id\":{}}",
        "[1e999]",
        "\"-1\"",
        "\"18446744073709551616\"",
        "\"ws://127.0.0.1:1\"",
    ];

    /// <param name="samples">Good payloads, as JSON.</param>
    /// <param name="seed">The same seed gives the same payload.</param>
    public static string Of(IReadOnlyList<string> samples, int seed)
    {
        var random = new Random(seed);
        var text = samples[random.Next(samples.Count)];
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            text = Changed(text, random.Next(10_000), Values[random.Next(Values.Length)]);
        }

        // One in twenty is truncated.
        return random.Next(20) == 0 ? text[..random.Next(text.Length + 1)] : text;
    }

    private static string Changed(string json, int at, string with)
    {
        const string hole = "\"the-hole\"";
        if (Parsed(json) is not { } root)
        {
            return json;
        }

        var places = Places(root).ToList();
        if (places.Count == 0)
        {
            return with;
        }

        places[at % places.Count](JsonValue.Create("the-hole"));
        return root.ToJsonString().Replace(hole, with, StringComparison.Ordinal);
    }

    /// <summary>Null if an earlier mutation made it unparsable.</summary>
    private static JsonNode? Parsed(string json)
    {
        try
        {
            var node = JsonNode.Parse(json);
            _ = node?.ToJsonString();
            return node;
        }
        catch (Exception failure) when (failure is System.Text.Json.JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static IEnumerable<Action<JsonNode?>> Places(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.ToList().SelectMany(member => Places(member.Value).Prepend(value => members[member.Key] = value)),
            JsonArray items => Enumerable.Range(0, items.Count).SelectMany(at => Places(items[at]).Prepend(value => items[at] = value)),
            _ => [],
        };
}
