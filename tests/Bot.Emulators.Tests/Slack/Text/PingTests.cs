using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Emulators.Log;
using Bot.Emulators.Slack;

namespace Bot.Emulators.Tests.Slack.Text;

public sealed class PingTests : TalkTests
{
    [Theory]
    [InlineData("hello", null)]
    [InlineData("<!channel> and <@U0000000001|mori> and <!subteam^S1>", "channel,user:U0000000001,usergroup:S1")]
    [InlineData("&lt;!channel&gt;", null)]
    [InlineData("plain @channel", null)]
    public async Task Text_notifies_by_its_tokens(string text, string? pings)
    {
        await Talk.CallAsync("chat.postMessage", new { channel = SlackServer.FirstChannel, text });

        Assert.Equal(pings, Noted());
    }

    [Theory]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":"@here"}}""", "here")]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":"@here","verbatim":true}}""", null)]
    [InlineData("""{"type":"section","text":{"type":"plain_text","text":"<!here> @here"}}""", null)]
    [InlineData(
        """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"@here <!here>"}]}]}""",
        null
    )]
    [InlineData(
        """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"broadcast","range":"everyone"},{"type":"user","user_id":"U1"}]}]}""",
        "everyone,user:U1"
    )]
    public async Task Blocks_notify_by_their_elements(string block, string? pings)
    {
        await Talk.CallAsync(
            "chat.postMessage",
            new
            {
                channel = SlackServer.FirstChannel,
                text = "x",
                blocks = JsonSerializer.Deserialize<JsonNode>($"[{block}]"),
            }
        );

        Assert.Equal(pings, Noted());
    }

    [Fact]
    public async Task An_update_looks_for_names_unless_it_is_told_not_to()
    {
        var ts = await Talk.PostAsync("x");
        await Talk.CallAsync(
            "chat.update",
            new
            {
                channel = SlackServer.FirstChannel,
                ts,
                text = "@channel",
                parse = "none",
            }
        );
        Assert.Null(Noted());

        await Talk.CallAsync(
            "chat.update",
            new
            {
                channel = SlackServer.FirstChannel,
                ts,
                text = "@channel",
            }
        );
        Assert.Equal("channel", Noted());
    }

    private string? Noted() =>
        Talk.Server.Log.All.Last(entry => entry.Kind is LogKind.Accepted or LogKind.Edited).Pings is { } pings
            ? string.Join(',', pings)
            : null;
}
