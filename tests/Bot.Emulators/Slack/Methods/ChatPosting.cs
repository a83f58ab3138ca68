using System.Text.Json.Nodes;
using Bot.Emulators.Log;
using Bot.Emulators.Slack.Api;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Methods;

/// <summary>chat.postMessage and chat.postEphemeral.</summary>
internal static class ChatPosting
{
    public static ApiResult PostMessage(ApiCall call)
    {
        if (Channels.Postable(call, out var channel) is { } refused)
        {
            return refused;
        }

        if (Content.Read(call, out var content) is { } wrong)
        {
            return wrong;
        }

        if (content.IsEmpty)
        {
            return ApiResult.Fail("no_text");
        }

        var message = new SlackMessage(
            call.World.Timestamps.Next(),
            channel.Id,
            ThreadOf(call, channel),
            call.Workspace.BotUser,
            content.Text ?? ""
        )
        {
            BotId = call.Workspace.BotId,
            AppId = call.World.App.Id,
            Blocks = content.Blocks,
            Attachments = content.Attachments,
            Metadata = content.Metadata is { Count: > 0 } metadata ? metadata : null,
            IsBroadcast = call.Arguments.Flag("reply_broadcast") == true,
            Unfurls = call.Arguments.Flag("unfurl_links") != false || call.Arguments.Flag("unfurl_media") != false,
            Pings = content.Pings(call),
            PostedAt = call.World.Time.GetUtcNow(),
        };
        if (call.IsSwallowed)
        {
            call.Note(LogKind.Ignored, message, "answered as if it were posted");
        }
        else
        {
            channel.Messages.Add(message);
            call.Note(LogKind.Accepted, message);
        }

        return ApiResult.Ok(
            new JsonObject
            {
                ["channel"] = channel.Id,
                ["ts"] = message.Ts,
                ["message"] = MessageJson.Of(message, channel, call.World, metadata: true, call.World.LeftOutOfAnswers),
            }
        );
    }

    public static ApiResult PostEphemeral(ApiCall call)
    {
        if (Channels.Postable(call, out var channel) is { } refused)
        {
            return refused;
        }

        if (Content.Read(call, out var content) is { } wrong)
        {
            return wrong;
        }

        if (content.IsEmpty)
        {
            return ApiResult.Fail("no_text");
        }

        if (call.Arguments.Text("user") is not { } user || !call.Workspace.Users.ContainsKey(user))
        {
            return ApiResult.Fail("user_not_in_channel");
        }

        var shown = call.Server.Shown.Add(
            new ShownReply(channel.Id, user, content.Text, content.Blocks) { Thread = call.Arguments.Text("thread_ts") }
        );
        call.Note(LogKind.Replied, "ephemeral");
        return ApiResult.Ok(new JsonObject { ["message_ts"] = shown.Ts });
    }

    /// <summary>
    /// A reply to a deleted root is not refused: it appears at the top level of the channel, and only the missing
    /// <c>thread_ts</c> shows it (https://github.com/slack-go/slack/issues/1571).
    /// </summary>
    private static string? ThreadOf(ApiCall call, SlackChannel channel)
    {
        var asked = call.Arguments.Text("thread_ts");
        if (string.IsNullOrEmpty(asked))
        {
            return null;
        }

        // As a number it loses digits: accepted, but visible to nobody
        // (https://github.com/slackapi/python-slack-sdk/issues/840).
        return call.Arguments.IsNumber("thread_ts") ? asked
            : channel.Find(asked) is { IsTombstone: false } ? asked
            : null;
    }
}
