using System.Text.Json.Nodes;
using Bot.Emulators.Slack;

namespace Bot.Emulators.Tests.Slack.Api;

public sealed class FileTests : TalkTests
{
    [Fact]
    public async Task A_picture_goes_up_in_three_steps_and_stands_in_the_thread()
    {
        var root = await Talk.PostAsync("root");
        var id = await UploadAsync([1, 2, 3]);

        var done = await Talk.CallAsync(
            "files.completeUploadExternal",
            new
            {
                files = new[] { new { id, title = "Chart" } },
                channel_id = SlackServer.FirstChannel,
                thread_ts = root,
            }
        );

        Assert.True((bool)done["ok"]!, done.ToJsonString());
        Assert.Equal(root, Talk.Server.Messages(SlackServer.FirstChannel)[^1].ThreadTs);
        Assert.Equal(
            "file_not_found",
            (string?)(await Talk.CallAsync("files.completeUploadExternal", new { files = new[] { new { id } } }))["error"]
        );
        Assert.Equal("image/png", (string?)(await Talk.FormAsync("files.info", fields: [("file", id)]))["file"]!["mimetype"]);
    }

    [Fact]
    public async Task A_picture_that_is_not_processed_yet_cannot_be_shown()
    {
        Talk.Server.Files.Processing = TimeSpan.FromHours(1);
        var id = await UploadAsync([1]);
        var completed = await Talk.CallAsync("files.completeUploadExternal", new { files = new[] { new { id } } });

        Assert.Null(completed["files"]![0]!["mimetype"]);
        Assert.Contains("/blocks/0/slack_file", (await ShowAsync(id)).ToJsonString());
        Talk.Server.Files.Processing = TimeSpan.Zero;
        Assert.True((bool)(await ShowAsync(id))["ok"]!);
    }

    [Fact]
    public async Task Bytes_must_be_as_many_as_were_announced()
    {
        var ticket = await Talk.FormAsync("files.getUploadURLExternal", fields: [("filename", "a.png"), ("length", "5")]);
        using var response = await Talk.Http.PostAsync((string)ticket["upload_url"]!, new ByteArrayContent([1]), Cancellation);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(
            "missing_argument",
            (string?)(await Talk.FormAsync("files.getUploadURLExternal", fields: [("filename", "a.png"), ("length", "0")]))["error"]
        );
    }

    private Task<JsonObject> ShowAsync(string id) =>
        Talk.CallAsync(
            "chat.postMessage",
            new
            {
                channel = SlackServer.FirstChannel,
                text = "x",
                blocks = new[]
                {
                    new
                    {
                        type = "image",
                        slack_file = new { id },
                        alt_text = "x",
                    },
                },
            }
        );

    private async Task<string> UploadAsync(byte[] bytes)
    {
        var ticket = await Talk.FormAsync("files.getUploadURLExternal", fields: [("filename", "a.png"), ("length", $"{bytes.Length}")]);
        using var response = await Talk.Http.PostAsync((string)ticket["upload_url"]!, new ByteArrayContent(bytes), Cancellation);
        Assert.Equal($"OK - {bytes.Length}", await response.Content.ReadAsStringAsync(Cancellation));
        return (string)ticket["file_id"]!;
    }
}
