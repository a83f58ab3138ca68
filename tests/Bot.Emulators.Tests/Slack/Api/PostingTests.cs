using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Emulators.Log;
using Bot.Emulators.Slack;

namespace Bot.Emulators.Tests.Slack.Api;

public sealed class PostingTests : TalkTests
{
    private const string Channel = SlackServer.FirstChannel;

    [Fact]
    public async Task The_post_key_in_the_metadata_is_the_key_in_the_log()
    {
        var metadata = new { event_type = "briefing_post", event_payload = new { key = "AbC" } };
        var answer = await Talk.CallAsync(
            "chat.postMessage",
            new
            {
                channel = Channel,
                text = "hello",
                metadata,
            }
        );

        var accepted = Assert.Single(Talk.Server.Log.All, entry => entry.Kind == LogKind.Accepted);
        Assert.Equal(("AbC", (string?)answer["ts"]), (accepted.Key, accepted.MessageId));
        Assert.Equal($"{SlackServer.FirstWorkspace}/{Channel}", accepted.Channel);
    }

    [Fact]
    public async Task Metadata_comes_back_whole_only_when_it_is_asked_for()
    {
        await Talk.CallAsync(
            "chat.postMessage",
            new
            {
                channel = Channel,
                text = "hello",
                metadata = new { event_type = "briefing_post", event_payload = new { key = "AbC" } },
            }
        );

        var brief = await Talk.CallAsync("conversations.history", new { channel = Channel });
        var whole = await Talk.CallAsync("conversations.history", new { channel = Channel, include_all_metadata = true });

        Assert.Null(brief["messages"]![0]!["metadata"]!["event_payload"]);
        Assert.Equal("AbC", (string?)whole["messages"]![0]!["metadata"]!["event_payload"]!["key"]);
    }

    [Theory]
    [InlineData("""{"event_type":"x"}""", "invalid_metadata_schema")]
    [InlineData("""{"event_type":"x","event_payload":{"a":{"b":{"c":1}}}}""", "invalid_metadata_schema")]
    [InlineData("""[1]""", "invalid_metadata_format")]
    public async Task Metadata_has_one_shape(string metadata, string error)
    {
        var answer = await Talk.CallAsync(
            "chat.postMessage",
            new
            {
                channel = Channel,
                text = "hello",
                metadata = JsonNode.Parse(metadata),
            }
        );

        Assert.Equal(error, (string?)answer["error"]);
    }

    [Fact]
    public async Task Metadata_that_is_too_large_is_refused()
    {
        var metadata = new { event_type = "x", event_payload = new { key = new string('k', 5000) } };
        var answer = await Talk.CallAsync(
            "chat.postMessage",
            new
            {
                channel = Channel,
                text = "hello",
                metadata,
            }
        );

        Assert.Equal("metadata_too_large", (string?)answer["error"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Nothing_to_say_is_refused(string text) =>
        Assert.Equal("no_text", (string?)(await Talk.CallAsync("chat.postMessage", new { channel = Channel, text }))["error"]);

    [Fact]
    public async Task Text_beyond_forty_thousand_characters_is_cut_off_with_a_warning()
    {
        var answer = await Talk.CallAsync("chat.postMessage", new { channel = Channel, text = new string('x', 40_001) });

        Assert.Contains("message_truncated", (string?)answer["warning"]);
        Assert.Equal(40_000, ((string?)answer["message"]!["text"])!.Length);
    }

    [Theory]
    [InlineData("application/json", "missing_charset")]
    [InlineData("application/json; charset=utf-8", null)]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8", "superfluous_charset")]
    [InlineData("application/x-www-form-urlencoded", null)]
    public async Task A_charset_is_wanted_with_json_and_not_with_a_form(string type, string? warning)
    {
        var body = type.Contains("json", StringComparison.Ordinal)
            ? $$"""{"channel":"{{Channel}}","text":"hello"}"""
            : $"channel={Channel}&text=hello";
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await Talk.SendAsync("chat.postMessage", content, SlackServer.FirstToken);
        var answer = await Talk.BodyAsync(response);

        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        Assert.Equal(warning, (string?)answer["warning"]);
    }

    [Theory]
    [InlineData("application/xml", "<a/>", "invalid_post_type")]
    [InlineData("application/json; charset=utf-8", "{", "invalid_json")]
    [InlineData("application/json; charset=utf-8", "[]", "json_not_object")]
    [InlineData("application/json; charset=iso-8859-1", "{}", "invalid_charset")]
    public async Task A_body_that_cannot_be_read_is_named(string type, string body, string error)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await Talk.SendAsync("chat.postMessage", content, SlackServer.FirstToken);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(error, (string?)(await Talk.BodyAsync(response))["error"]);
    }

    [Fact]
    public async Task A_method_that_takes_no_json_does_not_see_it()
    {
        using var response = await Talk.SendAsync(
            "conversations.info",
            JsonContent.Create(new { channel = Channel }),
            SlackServer.FirstToken
        );

        Assert.Equal("invalid_arguments", (string?)(await Talk.BodyAsync(response))["error"]);
    }

    [Fact]
    public async Task A_persons_id_opens_the_direct_message_with_them()
    {
        Talk.Server.World.AddUser(new("U0000000001", "mori", SlackServer.FirstWorkspace));

        var answer = await Talk.CallAsync("chat.postMessage", new { channel = "U0000000001", text = "hello" });

        Assert.StartsWith("D", (string?)answer["channel"]);
    }

    [Fact]
    public async Task Pages_of_history_are_followed_by_cursor()
    {
        for (var number = 0; number < 5; number++)
        {
            await Talk.PostAsync($"message {number}");
        }

        var seen = new List<string?>();
        var cursor = "";
        do
        {
            var page = await Talk.CallAsync(
                "conversations.history",
                new
                {
                    channel = Channel,
                    limit = 2,
                    cursor,
                }
            );
            seen.AddRange(page["messages"]!.AsArray().Select(message => (string?)message!["text"]));
            cursor = (string?)page["response_metadata"]!["next_cursor"];
        } while (!string.IsNullOrEmpty(cursor));

        Assert.Equal(["message 4", "message 3", "message 2", "message 1", "message 0"], seen);
    }
}
