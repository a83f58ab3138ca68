using System.Text.Json.Nodes;
using Bot.Emulators.Log;
using Bot.Emulators.Slack.Api;
using Bot.Emulators.Slack.Files;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Methods;

/// <summary>Uploading in three steps (https://docs.slack.dev/messaging/working-with-files).</summary>
internal static class FileMethods
{
    private const int LongestAltText = 1000;

    public static ApiResult GetUploadUrl(ApiCall call)
    {
        var (name, length, alt) = (call.Arguments.Text("filename"), call.Arguments.Number("length"), call.Arguments.Text("alt_txt"));
        if (string.IsNullOrEmpty(name) || length is null or < 1)
        {
            return ApiResult.Fail("missing_argument");
        }

        if (alt?.Length > LongestAltText)
        {
            return ApiResult.Fail("alt_txt_too_large");
        }

        var (file, address) = call.Server.Files.Announce(name, length.Value, alt, call.Workspace.Id);
        return ApiResult.Ok(new JsonObject { ["upload_url"] = address.ToString(), ["file_id"] = file.Id });
    }

    /// <summary>Uploads that are not completed are discarded; completing works once.</summary>
    public static ApiResult Complete(ApiCall call)
    {
        if (!call.Arguments.TryJson("files", out var node) || node is not JsonArray { Count: > 0 } asked)
        {
            return ApiResult.Fail("invalid_arguments", "missing required field: files");
        }

        var files = new List<SlackFile>();
        foreach (var item in asked)
        {
            if (call.Server.Files.Find(item?["id"]?.ToString()) is not { Bytes: not null, CompletedAt: null } file)
            {
                return ApiResult.Fail("file_not_found");
            }

            files.Add(file with { Title = item?["title"]?.ToString(), CompletedAt = call.World.Time.GetUtcNow() });
        }

        if (call.Arguments.Text("channel_id") is { Length: > 0 } channelId)
        {
            if (call.Workspace.Find(channelId) is not { IsGone: false } channel || (channel.IsPrivate && !channel.IsMember))
            {
                return ApiResult.Fail("channel_not_found");
            }

            if (!channel.IsMember)
            {
                return ApiResult.Fail("not_in_channel");
            }

            files = [.. files.Select(file => file with { Shares = Share(call, channel, files) })];
        }

        files.ForEach(call.Server.Files.Keep);
        return ApiResult.Ok(
            new JsonObject
            {
                ["files"] = new JsonArray([.. files.Select(file => (JsonNode)file.ToJson(call.Server.Files.IsProcessed(file)))]),
            }
        );
    }

    public static ApiResult Info(ApiCall call) =>
        call.Server.Files.Find(call.Arguments.Text("file")) is { CompletedAt: not null } file
            ? ApiResult.Ok(new JsonObject { ["file"] = file.ToJson(call.Server.Files.IsProcessed(file)) })
            : ApiResult.Fail("file_not_found");

    /// <summary>The message with the files; it cannot have metadata.</summary>
    private static JsonObject Share(ApiCall call, SlackChannel channel, List<SlackFile> files)
    {
        if (channel.Messages.Find(message => message.Files?.Any(file => file?["id"]?.ToString() == files[0].Id) == true) is not { } message)
        {
            message = new SlackMessage(
                call.World.Timestamps.Next(),
                channel.Id,
                call.Arguments.Text("thread_ts"),
                call.Workspace.BotUser,
                call.Arguments.Text("initial_comment") ?? ""
            )
            {
                BotId = call.Workspace.BotId,
                AppId = call.World.App.Id,
                Files = new JsonArray([.. files.Select(file => (JsonNode)file.ToJson(isProcessed: false))]),
                PostedAt = call.World.Time.GetUtcNow(),
            };
            channel.Messages.Add(message);
            call.Note(LogKind.Accepted, message, "files");
        }

        return new JsonObject
        {
            [channel.IsPrivate ? "private" : "public"] = new JsonObject
            {
                [channel.Id] = new JsonArray(new JsonObject { ["ts"] = message.Ts }),
            },
        };
    }
}
