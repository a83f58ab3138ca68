using System.Text.Json;

namespace Bot.Chat.Calls;

/// <summary>
/// Reads third-party JSON leniently. Values that are missing, of another kind, out of range, or invalid Unicode count as
/// absent; nothing throws.
/// </summary>
public static class PayloadJson
{
    /// <summary>Deeper than any platform's payload (a message's blocks in a container in a view).</summary>
    public static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>Null if not JSON, or not an object.</summary>
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

    /// <summary>The text at a path, or of the element itself without a path; empty if there is none.</summary>
    public static string TextAt(this JsonElement element, params ReadOnlySpan<string> path) => element.StringAt(path) ?? "";

    /// <summary>The text at a path, or of the element itself without a path; null if there is none.</summary>
    public static string? StringAt(this JsonElement element, params ReadOnlySpan<string> path)
    {
        if (element.At(path) is not { ValueKind: JsonValueKind.String } found)
        {
            return null;
        }

        try
        {
            return found.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are not UTF-8: no platform sends such text.
            return null;
        }
    }

    public static bool FlagAt(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.True };

    /// <summary>The integer at a path; null if there is none or it exceeds 32 bits.</summary>
    public static int? IntegerAt(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt32(out var number) ? number : null;

    /// <summary>The integer at a path; null if there is none or it exceeds 64 bits.</summary>
    public static long? LongAt(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt64(out var number) ? number : null;

    /// <summary>The number at a path; null if there is none or it is not finite.</summary>
    public static double? NumberAt(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } found && found.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : null;

    /// <summary>The elements of the list at a path; empty if there is no list.</summary>
    public static IEnumerable<JsonElement> ListAt(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>Null if nothing is there.</summary>
    public static JsonElement? At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        try
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
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in the name of a sibling property.
            return null;
        }
    }
}
