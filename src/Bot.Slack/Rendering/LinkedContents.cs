using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Slack.Rendering.BlockKit;

namespace Bot.Slack.Rendering;

/// <summary>A root's payload with the headings of its contents as links.</summary>
public static class LinkedContents
{
    /// <summary>
    /// Null unless the payload's contents have exactly one heading per address: otherwise a link might lead to the wrong section.
    /// </summary>
    /// <param name="payload">As made by <see cref="SlackRenderer"/>.</param>
    /// <param name="addresses">Addresses of the replies, in the order of the contents.</param>
    public static JsonElement? Of(JsonElement payload, IReadOnlyList<string> addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        var root = JsonNode.Parse(payload.GetRawText())!.AsObject();
        var headings = Headings(root);
        if (headings.Count == 0 || headings.Count != addresses.Count)
        {
            return null;
        }

        for (var at = 0; at < headings.Count; at++)
        {
            var (heading, place) = (headings[at]!, headings[at]!.GetElementIndex());
            heading.Parent!.AsArray()[place] = new JsonObject
            {
                ["type"] = "link",
                ["url"] = addresses[at],
                ["text"] = heading["text"]!.DeepClone(),
                ["style"] = heading["style"]!.DeepClone(),
            };
        }

        using var document = JsonDocument.Parse(root.ToJsonString());
        return document.RootElement.Clone();
    }

    /// <summary>Whether the payload's contents have exactly this many headings, and at least one.</summary>
    public static bool Fits(JsonElement payload, int replies) =>
        replies > 0 && Headings(JsonNode.Parse(payload.GetRawText())!.AsObject()).Count == replies;

    private static List<JsonNode?> Headings(JsonObject root)
    {
        var contents = (root["blocks"] as JsonArray)?.FirstOrDefault(block => (string?)block!["block_id"] == RichTextBlock.Contents);
        return
        [
            .. ((contents?["elements"] as JsonArray) ?? [])
                .SelectMany(section => (section!["elements"] as JsonArray) ?? [])
                .Where(run => (string?)run!["type"] == "text" && (bool?)run["style"]?["bold"] == true),
        ];
    }
}
