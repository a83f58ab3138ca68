using System.Text.Json.Nodes;
using Bot.Emulators.Log;
using Bot.Emulators.Slack.Blocks;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Interactions;

/// <summary>Shows the answers to commands and clicks to one person or to the channel.</summary>
public sealed class ReplyDesk(SlackServer server)
{
    /// <param name="way"><c>acknowledgement</c> or <c>response_url</c>.</param>
    /// <returns>Why it cannot be shown, or null.</returns>
    public string? Show(string interaction, string way, JsonObject body, ReplyPlace place)
    {
        lock (server.World.Gate)
        {
            // chat.postMessage's budget does not apply here (https://github.com/slackapi/bolt-js/issues/2509).
            if (
                body["blocks"] is JsonArray blocks
                && BlockValidator.Check(blocks, Surface.Message, server.Blocks, hasBudget: false) is { } refused
            )
            {
                return refused.Body.ToJsonString();
            }

            var isPublic = (string?)body["response_type"] == "in_channel";
            var reply = server.Shown.Add(
                new ShownReply(
                    place.Channel,
                    place.User,
                    (string?)body["text"],
                    BlockStore.Stored(body["blocks"] as JsonArray, server.World)
                )
                {
                    Interaction = interaction,
                    Way = way,
                    InChannel = isPublic,
                    Thread = (string?)body["thread_ts"],
                    ReplacesOriginal = IsTrue(body["replace_original"]),
                    DeletesOriginal = IsTrue(body["delete_original"]),
                    Raw = body.DeepClone().AsObject(),
                }
            );
            Original(reply, place);
            if (isPublic && !reply.ReplacesOriginal && !reply.DeletesOriginal)
            {
                Publish(reply, place);
            }

            return null;
        }
    }

    private static bool IsTrue(JsonNode? node) =>
        node is JsonValue value && (value.TryGetValue<bool>(out var flag) ? flag : value.ToString() == "true");

    private void Publish(ShownReply reply, ReplyPlace place)
    {
        var workspace = server.World.Workspaces[place.Workspace];
        var message = new SlackMessage(server.World.Timestamps.Next(), place.Channel, reply.Thread, workspace.BotUser, reply.Text ?? "")
        {
            BotId = workspace.BotId,
            AppId = server.World.App.Id,
            Blocks = reply.Blocks,
            PostedAt = server.World.Time.GetUtcNow(),
        };
        server.World.Channel(place.Channel).Messages.Add(message);
        server.Log.Append(sequence => new LogEntry(
            sequence,
            message.PostedAt,
            LogKind.Replied,
            "publish",
            $"{place.Workspace}/{place.Channel}"
        )
        {
            MessageId = message.Ts,
            Thread = message.ThreadTs,
            TextHash = TestChat.ChatRooms.Hash(message.Text),
            Pings = Slack.Text.Pings.Of(message.Text, message.Blocks, parsesNames: false),
        });
    }

    /// <summary>Replaces or deletes the clicked message if it is a stored one.</summary>
    private void Original(ShownReply reply, ReplyPlace place)
    {
        var channel = server.World.Channel(place.Channel);
        if (channel.Find(place.MessageTs) is not { } message)
        {
            return;
        }

        if (reply.DeletesOriginal)
        {
            server.World.Remove(channel, message);
        }
        else if (reply.ReplacesOriginal)
        {
            channel.Messages[channel.Messages.IndexOf(message)] = message with { Text = reply.Text ?? "", Blocks = reply.Blocks };
        }
    }
}
