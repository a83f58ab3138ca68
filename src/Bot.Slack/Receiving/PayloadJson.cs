using System.Text.Json;

namespace Bot.Slack.Receiving;

/// <summary>Reads what is there of a payload; what is missing or of another kind is empty.</summary>
internal static class PayloadJson
{
    /// <summary>Deeper than any payload of Slack's (a message's blocks in a container in a view).</summary>
    public static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>Null: not JSON, or not an object.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var document = JsonDocument.Parse(bytes, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text at a path; empty when there is none.</summary>
    public static string TextAt(this JsonElement element, params ReadOnlySpan<string> path)
    {
        if (element.At(path) is not { ValueKind: JsonValueKind.String } found)
        {
            return "";
        }

        try
        {
            return found.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are no UTF-8: no text of Slack's.
            return "";
        }
    }

    public static bool FlagAt(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path) is { ValueKind: JsonValueKind.True };

    /// <summary>The elements of a list at a path; none when there is no list.</summary>
    public static IEnumerable<JsonElement> ListAt(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>Null: nothing there.</summary>
    public static JsonElement? At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }
}
