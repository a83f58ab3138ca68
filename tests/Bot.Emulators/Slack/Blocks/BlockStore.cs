using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Blocks;

/// <summary>Blocks as returned: each with a <c>block_id</c>, and markdown replaced by its translation.</summary>
internal static class BlockStore
{
    public static JsonArray? Stored(JsonArray? blocks, SlackWorld world)
    {
        if (blocks is null)
        {
            return null;
        }

        var stored = new JsonArray();
        foreach (var block in blocks.OfType<JsonObject>())
        {
            foreach (
                var kept in (string?)block["type"] == "markdown"
                    ? MarkdownTranslation.Of((string?)block["text"] ?? "")
                    : [block.DeepClone().AsObject()]
            )
            {
                if (!kept.ContainsKey("block_id"))
                {
                    kept["block_id"] = world.NewId("b").ToLower(CultureInfo.InvariantCulture);
                }

                NameElements(kept, world);
                stored.Add(kept);
            }
        }

        return stored;
    }

    /// <summary>Gives an <c>action_id</c> to elements without one.</summary>
    private static void NameElements(JsonObject block, SlackWorld world)
    {
        foreach (var element in (block["elements"] as JsonArray ?? []).Append(block["accessory"]).OfType<JsonObject>())
        {
            if (
                block["type"]?.ToString() is "actions" or "section"
                && element["type"]?.ToString() != "image"
                && !element.ContainsKey("action_id")
            )
            {
                element["action_id"] = world.NewId("a").ToLower(CultureInfo.InvariantCulture);
            }
        }
    }
}
