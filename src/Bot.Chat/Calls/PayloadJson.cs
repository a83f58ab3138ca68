using System.Text.Json;

namespace Bot.Chat.Calls;

/// <summary>
/// Reads what is there of JSON that somebody else wrote. What is missing, of another kind, out of range, or text that is
/// no Unicode counts as not there; nothing throws.
/// </summary>
public static class PayloadJson
{
    /// <summary>Deeper than any payload of a platform's (a message's blocks in a container in a view).</summary>
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

    /// <summary>The text at a path, of the element itself without one; empty when there is none.</summary>
    public static string TextAt(this JsonElement element, params ReadOnlySpan<string> path) => element.StringAt(path) ?? "";

    /// <summary>The text at a path, of the element itself without one; null when there is none.</summary>
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
            // Half a surrogate pair, or bytes that are no UTF-8: no text of a platform's.
            return null;
        }
    }

    public static bool FlagAt(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path) is { ValueKind: JsonValueKind.True };

    /// <summary>The whole number at a path; null when there is none, or one beyond 32 bits.</summary>
    public static int? IntegerAt(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt32(out var number) ? number : null;

    /// <summary>The whole number at a path; null when there is none, or one beyond 64 bits.</summary>
    public static long? LongAt(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt64(out var number) ? number : null;

    /// <summary>The number at a path; null when there is none, or one that is not finite.</summary>
    public static double? NumberAt(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } found && found.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    /// <summary>The elements of a list at a path; none when there is no list.</summary>
    public static IEnumerable<JsonElement> ListAt(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>Null: nothing there.</summary>
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
            // Half a surrogate pair in the name of a neighbour.
            return null;
        }
    }
}
