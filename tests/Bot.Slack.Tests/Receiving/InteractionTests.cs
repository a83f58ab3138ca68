using System.Text.Json.Nodes;
using Bot.Chat.Messages;
using Bot.Emulators.Slack.Interactions;
using Bot.Emulators.Slack.Outbound;
using Bot.Emulators.Slack.World;

namespace Bot.Slack.Tests.Receiving;

public sealed class InteractionTests
{
    private static readonly Button Ask = new("", "funding", "xai", "us-ai", new DateOnly(2026, 1, 6));

    [Fact]
    public async Task A_button_answers_its_presser_alone_from_its_own_briefing()
    {
        await using var listening = await Listening.StartAsync();
        var pressed = await Press(listening, Payload(listening, Ask));
        Assert.True(pressed.Sent.IsOk);
        Assert.Empty(pressed.Sent.Body);

        var shown = await listening.Slack.Shown.WaitForAsync(
            reply => reply.Way == "response_url",
            Listening.Deadline,
            Listening.Cancellation
        );
        Assert.False(shown.InChannel);
        Assert.False(shown.ReplacesOriginal);
        Assert.Null(shown.Thread);
        var call = Assert.Single(listening.Commands.Calls);
        Assert.Equal(("xai", "us-ai", new DateOnly(2026, 1, 6)), (call.Text, call.Series, call.Date));
    }

    [Fact]
    public async Task In_a_thread_the_answer_stands_in_the_thread()
    {
        await using var listening = await Listening.StartAsync();
        await Press(listening, Payload(listening, Ask, thread: "1700000000.000001"));
        var shown = await listening.Slack.Shown.WaitForAsync(
            reply => reply.Way == "response_url",
            Listening.Deadline,
            Listening.Cancellation
        );
        Assert.Equal("1700000000.000001", shown.Thread);
    }

    [Fact]
    public async Task A_select_answers_with_the_option_that_was_chosen()
    {
        await using var listening = await Listening.StartAsync();
        var payload = Payload(listening, Ask);
        payload["actions"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "static_select",
                ["action_id"] = "choose",
                ["selected_option"] = new JsonObject { ["value"] = ButtonCode.Encode(Ask with { Arguments = "openai" }, 1000) },
            }
        );
        await Press(listening, payload);
        await Listening.EventuallyAsync(() => listening.Commands.Calls.Any(call => call.Text == "openai"));
    }

    [Fact]
    public async Task F1_A_private_answer_is_shared_once_under_a_plain_name()
    {
        await using var listening = await Listening.StartAsync(prepare: slack =>
            slack.World.AddUser(new SlackUser(Listening.Asker, "花子 <!channel>", Listening.Team))
        );
        var asked = await listening.TypeAsync("/funding", "xai");
        var shown = await listening.ShownForAsync(asked);
        var button = shown
            .Blocks!.SelectMany(block => (block!["elements"] as JsonArray) ?? [])
            .Single(element => (string?)element!["type"] == "button");
        var use = new ElementUse(shown.Ts, (string)button!["action_id"]!) { User = Listening.Asker };
        for (var i = 0; i < 3; i++)
        {
            Assert.True((await listening.Slack.People.UseAsync(use, cancellationToken: Listening.Cancellation)).Sent.IsOk);
        }

        await Listening.EventuallyAsync(() =>
            listening.Commands.Count("funding") >= 2 && listening.Slack.Messages(Listening.Channel).Count > 0
        );
        // A later press is answered later, and still nothing more is posted.
        var last = await listening.Slack.People.UseAsync(use, cancellationToken: Listening.Cancellation);
        Assert.True(last.Sent.IsOk);
        var other = await Press(listening, Payload(listening, Ask));
        await listening.Slack.Shown.WaitForAsync(
            reply => reply.Way == "response_url" && !reply.InChannel,
            Listening.Deadline,
            Listening.Cancellation
        );
        Assert.True(other.Sent.IsOk);
        var posted = Assert.Single(listening.Slack.Messages(Listening.Channel));
        Assert.Contains("花子", posted.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<!channel>", posted.Text, StringComparison.Ordinal);
        Assert.Contains("/funding xai", posted.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"view_submission","view":{"id":"V1"}}""")]
    [InlineData("""{"type":"shortcut"}""")]
    [InlineData("""{"type":"something_new","actions":[{"value":"1a|funding|||x"}]}""")]
    [InlineData("""{"type":"block_actions"}""")]
    [InlineData("""{"type":"block_actions","actions":[]}""")]
    [InlineData("""{"type":"block_actions","actions":[{"type":"button","url":"https://example.org"}]}""")]
    [InlineData("""{"type":"block_actions","actions":[{"value":"9z|made|by|another|version"}]}""")]
    [InlineData("""{"type":"block_actions","actions":{"value":1},"user":[],"channel":"C1"}""")]
    [InlineData("""{"type":"block_actions","actions":[{"value":"\ud800"}]}""")]
    [InlineData("{}")]
    public async Task E12_What_the_bot_does_not_know_is_acknowledged(string payload)
    {
        await using var listening = await Listening.StartAsync();
        var pressed = await Send(listening, payload);
        Assert.Equal(200, pressed.Status);
        Assert.Empty(pressed.Body);
        Assert.Empty(listening.Commands.Calls);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("{\"type\":")]
    public async Task What_is_no_payload_is_refused(string payload)
    {
        await using var listening = await Listening.StartAsync();
        Assert.Equal(400, (await Send(listening, payload)).Status);
    }

    [Fact]
    public async Task E4_A_payload_of_endless_depth_is_refused()
    {
        await using var listening = await Listening.StartAsync();
        Assert.Equal(400, (await Send(listening, string.Concat(Enumerable.Repeat("{\"a\":", 10_000)))).Status);
    }

    [Fact]
    public async Task A_select_that_asks_for_its_options_gets_none()
    {
        await using var listening = await Listening.StartAsync();
        Assert.Equal("""{"options":[]}""", (await Send(listening, """{"type":"block_suggestion","value":"x"}""")).Body);
    }

    [Fact]
    public async Task E13_A_command_for_admins_behind_a_button_is_checked_like_any_other()
    {
        await using var listening = await Listening.StartAsync();
        await Press(listening, Payload(listening, new Button("", "briefing", "unsubscribe", "us-ai", null)));
        var shown = await listening.Slack.Shown.WaitForAsync(
            reply => reply.Way == "response_url",
            Listening.Deadline,
            Listening.Cancellation
        );
        Assert.Contains("admins", shown.Text, StringComparison.Ordinal);
        Assert.Empty(listening.Commands.Calls);
    }

    private static JsonObject Payload(Listening listening, Button button, string? thread = null)
    {
        var container = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = "1700000000.000009",
            ["channel_id"] = Listening.Channel,
        };
        if (thread is not null)
        {
            container["thread_ts"] = thread;
        }

        return new JsonObject
        {
            ["type"] = "block_actions",
            ["team"] = new JsonObject { ["id"] = Listening.Team },
            ["user"] = new JsonObject
            {
                ["id"] = Listening.Asker,
                ["username"] = "hanako",
                ["team_id"] = Listening.Team,
            },
            ["channel"] = new JsonObject { ["id"] = Listening.Channel },
            ["container"] = container,
            ["trigger_id"] = "trigger",
            ["response_url"] = listening.Slack.ResponseUrls.New("I-press", Listening.Team, Listening.Channel, Listening.Asker),
            ["actions"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "button",
                    ["action_id"] = "answer-1",
                    ["value"] = ButtonCode.Encode(button, 1000),
                }
            ),
        };
    }

    private static Task<Interaction> Press(Listening listening, JsonObject payload) =>
        listening.Slack.People.SendAsync(payload, cancellationToken: Listening.Cancellation);

    private static Task<SentRequest> Send(Listening listening, string payload) =>
        listening.Slack.Bot.FormAsync(
            listening.Slack.Urls.Interactions!,
            [new("payload", payload)],
            SignatureKind.Good,
            Listening.Cancellation
        );
}
