using System.Text.Json.Nodes;
using Bot.Emulators.Log;
using Bot.Emulators.Slack.Api;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Methods;

/// <summary>chat.update, chat.delete and chat.getPermalink.</summary>
internal static class ChatChanging
{
    /// <summary>chat.update is stricter than chat.postMessage (https://docs.slack.dev/reference/methods/chat.update).</summary>
    private const int LongestText = 4_000;

    public static ApiResult Update(ApiCall call)
    {
        if (Own(call, "cant_update_message", out var channel, out var old) is { } refused)
        {
            return refused;
        }

        if (Content.Read(call, out var content) is { } wrong)
        {
            return wrong;
        }

        if (content.Text?.Length > LongestText)
        {
            return ApiResult.Fail("msg_too_long");
        }

        var hasBlocks = content.Blocks is not null;
        if (content.IsEmpty && content.Metadata is null && !hasBlocks)
        {
            return ApiResult.Fail("no_text");
        }

        // Text without blocks removes the blocks; neither keeps them; an empty list removes them.
        var message = old with
        {
            Text = content.Text ?? (hasBlocks ? "" : old.Text),
            Blocks =
                hasBlocks ? content.Blocks
                : content.Text is null ? old.Blocks
                : null,
            Attachments = content.Attachments ?? old.Attachments,
            Pings = content.Pings(call),
            Metadata =
                content.Metadata is null ? old.Metadata
                : content.Metadata.Count == 0 ? null
                : content.Metadata,
        };
        if (!call.IsSwallowed)
        {
            channel.Messages[channel.Messages.IndexOf(old)] = message;
            call.Note(LogKind.Edited, message);
        }

        return ApiResult.Ok(
            new JsonObject
            {
                ["channel"] = channel.Id,
                ["ts"] = message.Ts,
                ["text"] = message.Text,
                ["message"] = MessageJson.Of(message, channel, call.World, metadata: true),
            }
        );
    }

    public static ApiResult Delete(ApiCall call)
    {
        if (Own(call, "cant_delete_message", out var channel, out var message) is { } refused)
        {
            return refused;
        }

        call.World.Remove(channel, message);
        call.Note(LogKind.Deleted, message);
        return ApiResult.Ok(new JsonObject { ["channel"] = channel.Id, ["ts"] = message.Ts });
    }

    public static ApiResult GetPermalink(ApiCall call)
    {
        if (Channels.Seen(call, out var channel) is { } refused)
        {
            return refused;
        }

        if (channel.Find(call.Arguments.Text("message_ts")) is not { } message)
        {
            return ApiResult.Fail("message_not_found");
        }

        var link =
            $"https://{call.Workspace.Domain}.slack.com/archives/{channel.Id}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}";
        if (!message.IsRoot)
        {
            link += $"?thread_ts={message.ThreadTs}&cid={channel.Id}";
        }

        return ApiResult.Ok(new JsonObject { ["channel"] = channel.Id, ["permalink"] = link });
    }

    private static ApiResult? Own(ApiCall call, string foreign, out SlackChannel channel, out SlackMessage message)
    {
        message = null!;
        if (Channels.Seen(call, out channel) is { } unseen)
        {
            return unseen;
        }

        if (channel.IsArchived)
        {
            return ApiResult.Fail(call.Method.Name == "chat.update" ? "is_inactive" : "is_archived");
        }

        if (channel.Find(call.Arguments.Text("ts")) is not { IsTombstone: false } found)
        {
            return ApiResult.Fail("message_not_found");
        }

        message = found;
        return found.BotId == call.Workspace.BotId ? null : ApiResult.Fail(foreign);
    }
}
