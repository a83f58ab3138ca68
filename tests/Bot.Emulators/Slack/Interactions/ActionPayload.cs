using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Methods;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Interactions;

/// <summary>Payloads of <c>block_actions</c> and <c>block_suggestion</c> (https://docs.slack.dev/reference/interaction-payloads).</summary>
internal static class ActionPayload
{
    public static JsonObject Of(SlackServer server, ElementUse use, string triggerId, string responseUrl)
    {
        var (payload, block, element) = Begin(server, use, "block_actions");
        var action = new JsonObject
        {
            ["type"] = element["type"]!.DeepClone(),
            ["action_id"] = use.ActionId,
            ["block_id"] = block["block_id"]?.DeepClone(),
            ["action_ts"] = SlackTimestamps.Of(server.World.Time.GetUtcNow()),
        };
        Choose(action, element, use.Value);
        payload["actions"] = new JsonArray(action);
        payload["trigger_id"] = triggerId;
        payload["response_url"] = responseUrl;
        payload["state"] = new JsonObject { ["values"] = new JsonObject() };
        return payload;
    }

    public static JsonObject Suggestion(SlackServer server, ElementUse use)
    {
        var (payload, block, _) = Begin(server, use, "block_suggestion");
        payload["action_id"] = use.ActionId;
        payload["block_id"] = block["block_id"]?.DeepClone();
        payload["value"] = use.Value ?? "";
        return payload;
    }

    private static void Choose(JsonObject action, JsonObject element, string? value)
    {
        switch ((string)element["type"]!)
        {
            case "button":
                action["text"] = element["text"]?.DeepClone();
                action["value"] = value ?? element["value"]?.DeepClone();
                break;
            case "static_select" or "external_select" or "overflow" or "radio_buttons":
                action["selected_option"] =
                    Options(element).FirstOrDefault(option => (string?)option["value"] == value)?.DeepClone()
                    ?? new JsonObject
                    {
                        ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = value },
                        ["value"] = value,
                    };
                break;
            default:
                action["value"] = value;
                break;
        }
    }

    private static IEnumerable<JsonObject> Options(JsonObject element) =>
        ((element["options"] as JsonArray) ?? [])
            .Concat(((element["option_groups"] as JsonArray) ?? []).SelectMany(group => group!["options"] as JsonArray ?? []))
            .OfType<JsonObject>();

    private static (JsonObject Payload, JsonObject Block, JsonObject Element) Begin(SlackServer server, ElementUse use, string type)
    {
        var workspace = server.World.Workspaces[use.Workspace];
        var channel = workspace.Channels[use.Channel];
        var message = channel.Find(use.MessageTs);
        var shown = message is null ? server.Shown.All.FirstOrDefault(reply => reply.Ts == use.MessageTs) : null;
        var blocks = message?.Blocks ?? shown?.Blocks ?? throw new KeyNotFoundException($"No message {use.MessageTs} with blocks.");
        var (block, element) = Find(blocks, use) ?? throw new KeyNotFoundException($"No element {use.ActionId} in {blocks.ToJsonString()}");
        var json = message is not null
            ? MessageJson.Of(message, channel, server.World, metadata: false)
            : new JsonObject
            {
                ["type"] = "message",
                ["ts"] = shown!.Ts,
                ["bot_id"] = workspace.BotId,
                ["text"] = shown.Text,
                ["blocks"] = shown.Blocks?.DeepClone(),
            };
        var container = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = use.MessageTs,
            ["channel_id"] = channel.Id,
            ["is_ephemeral"] = shown is not null,
        };
        if (message is { IsRoot: false })
        {
            container["thread_ts"] = message.ThreadTs;
        }

        var payload = new JsonObject
        {
            ["type"] = type,
            ["user"] = Person(workspace, use.User),
            ["api_app_id"] = server.World.App.Id,
            ["token"] = server.World.App.VerificationToken,
            ["container"] = container,
            ["team"] = new JsonObject { ["id"] = workspace.Id, ["domain"] = workspace.Domain },
            ["enterprise"] = null,
            ["is_enterprise_install"] = false,
            ["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = channel.IsPrivate ? "privategroup" : channel.Name },
            ["message"] = json,
        };
        return (payload, block, element);
    }

    internal static JsonObject Person(SlackWorkspace workspace, string id)
    {
        var user = workspace.Users.GetValueOrDefault(id);
        var name = user?.Name ?? id.ToLowerInvariant();
        return new JsonObject
        {
            ["id"] = id,
            ["username"] = name,
            ["name"] = name,
            ["team_id"] = user?.HomeWorkspace ?? workspace.Id,
        };
    }

    private static (JsonObject Block, JsonObject Element)? Find(JsonArray blocks, ElementUse use)
    {
        foreach (var block in blocks.OfType<JsonObject>().Where(block => use.BlockId is null || (string?)block["block_id"] == use.BlockId))
        {
            if (Inside(block, use.ActionId) is { } element)
            {
                return (block, element);
            }
        }

        return null;
    }

    private static JsonObject? Inside(JsonNode? node, string actionId) =>
        node switch
        {
            JsonObject json when json["action_id"] is JsonValue value && value.ToString() == actionId => json,
            JsonObject json => json.Select(pair => Inside(pair.Value, actionId)).FirstOrDefault(found => found is not null),
            JsonArray array => array.Select(item => Inside(item, actionId)).FirstOrDefault(found => found is not null),
            _ => null,
        };
}
