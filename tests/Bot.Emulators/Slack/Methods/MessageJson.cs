using System.Text.Json.Nodes;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Methods;

/// <summary>A stored message as returned by the API.</summary>
internal static class MessageJson
{
    /// <param name="metadata">Null for none, false for the type only, true for the payload too.</param>
    /// <param name="leftOut">Fields to omit; null for none.</param>
    public static JsonObject Of(
        SlackMessage message,
        SlackChannel channel,
        SlackWorld world,
        bool? metadata,
        IEnumerable<string>? leftOut = null
    )
    {
        var json = new JsonObject { ["type"] = "message", ["ts"] = message.Ts };
        if (message.IsTombstone)
        {
            (json["subtype"], json["user"], json["hidden"], json["text"]) = ("tombstone", "USLACKBOT", true, "This message was deleted.");
        }
        else
        {
            (json["user"], json["team"], json["text"]) = (message.User, channel.Workspace, message.Text);
            Author(json, message, world);
            Attach(json, message);
        }

        Thread(json, message, channel);
        if (!message.IsTombstone && message.Metadata is { Count: > 0 } && metadata is { } whole)
        {
            json["metadata"] = whole
                ? message.Metadata.DeepClone()
                : new JsonObject { ["event_type"] = message.Metadata["event_type"]!.DeepClone() };
        }

        foreach (var field in leftOut ?? [])
        {
            json.Remove(field);
        }

        return json;
    }

    private static void Author(JsonObject json, SlackMessage message, SlackWorld world)
    {
        if (message.BotId is null)
        {
            return;
        }

        json["bot_id"] = message.BotId;
        json["app_id"] = message.AppId;
        json["bot_profile"] = new JsonObject
        {
            ["id"] = message.BotId,
            ["app_id"] = message.AppId,
            ["name"] = world.App.Name,
            ["deleted"] = false,
            ["updated"] = 1_700_000_000,
        };
    }

    private static void Attach(JsonObject json, SlackMessage message)
    {
        if (message.Blocks is { Count: > 0 })
        {
            json["blocks"] = message.Blocks.DeepClone();
        }

        if (message.Attachments is { Count: > 0 })
        {
            json["attachments"] = message.Attachments.DeepClone();
        }

        if (message.Files is not null)
        {
            json["files"] = message.Files.DeepClone();
        }

        if (message.EditedTs is not null)
        {
            json["edited"] = new JsonObject { ["user"] = message.User, ["ts"] = message.EditedTs };
        }
    }

    private static void Thread(JsonObject json, SlackMessage message, SlackChannel channel)
    {
        if (!message.IsRoot)
        {
            json["thread_ts"] = message.ThreadTs;
            json["parent_user_id"] = channel.Find(message.ThreadTs)?.User ?? "USLACKBOT";
            if (message.IsBroadcast)
            {
                json["subtype"] = "thread_broadcast";
            }

            return;
        }

        var replies = channel.Replies(message.Ts).ToList();
        if (replies.Count > 0)
        {
            json["thread_ts"] = message.Ts;
            json["reply_count"] = replies.Count;
            json["reply_users"] = new JsonArray([.. replies.Select(reply => reply.User).Distinct().Select(user => (JsonNode)user)]);
            json["reply_users_count"] = replies.Select(reply => reply.User).Distinct().Count();
            json["latest_reply"] = replies[^1].Ts;
        }
    }
}
