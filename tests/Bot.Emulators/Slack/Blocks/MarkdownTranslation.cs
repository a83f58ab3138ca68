using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Blocks;

/// <summary>
/// A markdown block is not stored: reading returns its translation into other blocks. This translation supports headings,
/// dividers and paragraphs.
/// </summary>
internal static class MarkdownTranslation
{
    public static IReadOnlyList<JsonObject> Of(string markdown) =>
        [.. markdown.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(Block)];

    private static JsonObject Block(string paragraph)
    {
        var heading = paragraph.TrimStart('#');
        return paragraph.Trim() == "---" ? new JsonObject { ["type"] = "divider" }
            : heading.Length < paragraph.Length && heading.StartsWith(' ')
                ? new JsonObject
                {
                    ["type"] = "header",
                    ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = heading.Trim() },
                }
            : new JsonObject
            {
                ["type"] = "rich_text",
                ["elements"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "rich_text_section",
                        ["elements"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = paragraph }),
                    }
                ),
            };
    }
}
