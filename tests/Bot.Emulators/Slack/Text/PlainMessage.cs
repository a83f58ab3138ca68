using System.Text.Json.Nodes;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Text;

/// <summary>A message as displayed, in plain text, one line per block.</summary>
public static class PlainMessage
{
    public static string Of(SlackMessage message) => message.Blocks is { Count: > 0 } blocks ? Of(blocks) : MrkdwnText.Plain(message.Text);

    public static string Of(JsonArray blocks) => string.Join('\n', blocks.Select(Block));

    private static string Block(JsonNode? node) =>
        node switch
        {
            JsonObject json => json["type"]?.ToString() switch
            {
                "mrkdwn" => MrkdwnText.Plain(json["text"]?.ToString() ?? ""),
                "plain_text" or "text" or "raw_text" => json["text"]?.ToString() ?? "",
                "link" => json["text"]?.ToString() ?? json["url"]?.ToString() ?? "",
                "user" => $"<@{json["user_id"]}>",
                "channel" => $"<#{json["channel_id"]}>",
                "broadcast" => $"@{json["range"]}",
                "emoji" => $":{json["name"]}:",
                "rich_text_section" or "rich_text_quote" or "rich_text_preformatted" => string.Concat(
                    (json["elements"] as JsonArray ?? []).Select(Block)
                ),
                "table" or "data_table" => string.Join(
                    '\n',
                    (json["rows"] as JsonArray ?? []).Select(row => string.Join(" | ", (row as JsonArray ?? []).Select(Block)))
                ),
                _ => string.Join('\n', Parts(json).Select(Block).Where(text => text.Length > 0)),
            },
            _ => "",
        };

    private static IEnumerable<JsonNode?> Parts(JsonObject json) =>
        new[] { "title", "subtitle", "text", "fields", "elements", "accessory", "body", "child_blocks" }.SelectMany(name =>
            json[name] is JsonArray array ? array : (IEnumerable<JsonNode?>)[json[name]]
        );
}
