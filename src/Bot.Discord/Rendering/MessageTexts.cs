using System.Text.Json;
using Bot.Chat.Calls;

namespace Bot.Discord.Rendering;

/// <summary>The texts of a message's components, at any depth.</summary>
internal static class MessageTexts
{
    private const int TextDisplay = 10;

    /// <param name="message">A message, or a component that contains others.</param>
    public static IEnumerable<string> Of(JsonElement message)
    {
        if (message.IntegerAt("type") == TextDisplay && message.StringAt("content") is { } content)
        {
            yield return content;
        }

        foreach (var text in message.ListAt("components").SelectMany(Of))
        {
            yield return text;
        }
    }
}
