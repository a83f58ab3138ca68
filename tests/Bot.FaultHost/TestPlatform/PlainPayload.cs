using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Messages;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.FaultHost.TestPlatform;

/// <summary>The test platform's payload: the message's words as plain text, in parts of a bounded length.</summary>
internal static class PlainPayload
{
    private const int MostCharacters = 2000;

    public static IReadOnlyList<string> Of(Message message)
    {
        var parts = new List<string>();
        var part = "";
        foreach (var line in message.Body.Descendants<LeafBlock>().Select(Words).Where(line => line.Length > 0))
        {
            if (part.Length > 0 && part.Length + line.Length + 1 > MostCharacters)
            {
                parts.Add(part);
                part = "";
            }

            part = part.Length == 0 ? line : $"{part}\n{line}";
        }

        parts.Add(part);
        return
        [
            .. parts.Select(
                (text, index) =>
                    new JsonObject { ["text"] = parts.Count == 1 ? text : $"({index + 1}/{parts.Count}) {text}" }.ToJsonString()
            ),
        ];
    }

    public static string Text(string payload) =>
        JsonNode.Parse(payload)?["text"]?.GetValue<string>() ?? throw new JsonException("The payload has no text.");

    private static string Words(LeafBlock block) =>
        block.Inline is { } inline
            ? string.Concat(inline.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()))
            : block.Lines.ToString();
}
