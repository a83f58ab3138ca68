using System.Text.Json;

namespace Bot.Discord.Rendering;

/// <summary>The texts of a message's components, wherever they stand in it.</summary>
internal static class MessageTexts
{
    private const int TextDisplay = 10;

    /// <param name="message">A message, or a component with components of its own.</param>
    public static IEnumerable<string> Of(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        if (message.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.Number && type.TryGetInt32(out var kind) && kind == TextDisplay
            && message.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String)
        {
            yield return content.GetString()!;
        }

        if (!message.TryGetProperty("components", out var components) || components.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var text in components.EnumerateArray().SelectMany(Of))
        {
            yield return text;
        }
    }
}
