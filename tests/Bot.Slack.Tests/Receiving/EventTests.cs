using System.Text;
using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Outbound;

namespace Bot.Slack.Tests.Receiving;

public sealed class EventTests
{
    [Fact]
    public async Task The_probe_of_the_address_gets_its_challenge_back()
    {
        await using var listening = await Listening.StartAsync();
        var sent = await listening.Slack.Events.VerifyUrlAsync("a challenge <b>", cancellationToken: Listening.Cancellation);
        Assert.Equal((200, "a challenge <b>", "text/plain"), (sent.Status, sent.Body, sent.ContentType));
        Assert.Equal(401, (await listening.Slack.Events.VerifyUrlAsync("x", SignatureKind.Forged, Listening.Cancellation)).Status);
    }

    [Fact]
    public async Task A_mention_is_answered_in_the_thread_where_it_stands()
    {
        await using var listening = await Listening.StartAsync();
        var root = listening.Slack.PostAsPerson(Listening.Channel, "root");
        var question = listening.Slack.PostAsPerson(Listening.Channel, "question", thread: root.Ts);
        await listening.Slack.Events.SendAsync(
            Mention(listening, "<@UB0000000001> funding <http://x.ai|x.ai>", question.Ts, root.Ts),
            cancellationToken: Listening.Cancellation
        );

        await Listening.EventuallyAsync(() => listening.Slack.Messages(Listening.Channel).Count == 3);
        var answer = listening.Slack.Messages(Listening.Channel)[2];
        Assert.Equal(root.Ts, answer.ThreadTs);
        Assert.Contains("funding: x.ai", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_to_the_bot_alone_is_answered_there_without_a_thread()
    {
        await using var listening = await Listening.StartAsync();
        var question = listening.Slack.PostAsPerson(Listening.Channel, "question");
        var payload = Mention(listening, "funding xai", question.Ts);
        payload["event"]!["type"] = "message";
        payload["event"]!["channel_type"] = "channel";
        await listening.Slack.Events.SendAsync(payload, cancellationToken: Listening.Cancellation);
        payload["event_id"] = "EvDirect";
        payload["event"]!["channel_type"] = "im";
        await listening.Slack.Events.SendAsync(payload, cancellationToken: Listening.Cancellation);

        await Listening.EventuallyAsync(() => listening.Slack.Messages(Listening.Channel).Count == 2);
        var answer = listening.Slack.Messages(Listening.Channel)[1];
        Assert.True(string.IsNullOrEmpty(answer.ThreadTs), answer.ThreadTs);
        Assert.Contains("funding: xai", answer.Text, StringComparison.Ordinal);
        Assert.Single(listening.Commands.Calls);
    }

    [Fact]
    public async Task A_mention_in_the_channel_begins_a_thread_and_without_words_it_is_help()
    {
        await using var listening = await Listening.StartAsync();
        var question = listening.Slack.PostAsPerson(Listening.Channel, "question");
        await listening.Slack.Events.SendAsync(
            Mention(listening, "<@UB0000000001>", question.Ts),
            cancellationToken: Listening.Cancellation
        );
        await Listening.EventuallyAsync(() => listening.Slack.Messages(Listening.Channel).Count == 2);
        var answer = listening.Slack.Messages(Listening.Channel)[1];
        Assert.Equal(question.Ts, answer.ThreadTs);
        Assert.Contains("help:", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_mention_asks_in_vain_is_said_to_the_asker_alone()
    {
        await using var listening = await Listening.StartAsync();
        var question = listening.Slack.PostAsPerson(Listening.Channel, "question");
        await listening.Slack.Events.SendAsync(
            Mention(listening, "<@UB0000000001> briefing unsubscribe", question.Ts),
            cancellationToken: Listening.Cancellation
        );
        var shown = await listening.Slack.Shown.WaitForAsync(
            reply => reply.Way == "postEphemeral",
            Listening.Deadline,
            Listening.Cancellation
        );
        Assert.Equal(Listening.Asker, shown.User);
        Assert.Contains("admins", shown.Text, StringComparison.Ordinal);
        Assert.Single(listening.Slack.Messages(Listening.Channel));
        Assert.Empty(listening.Commands.Calls);
    }

    [Fact]
    public async Task E5_A_repeated_event_is_acknowledged_and_acts_once()
    {
        await using var listening = await Listening.StartAsync();
        var question = listening.Slack.PostAsPerson(Listening.Channel, "question");
        var payload = Mention(listening, "<@UB0000000001> funding xai", question.Ts);
        for (var retry = 0; retry < 4; retry++)
        {
            Assert.Equal(
                200,
                (
                    await listening.Slack.Events.AttemptAsync(payload, retry, "http_timeout", SignatureKind.Good, Listening.Cancellation)
                ).Status
            );
        }

        var other = listening.Slack.PostAsPerson(Listening.Channel, "another");
        await listening.Slack.Events.SendAsync(
            Mention(listening, "<@UB0000000001> funding openai", other.Ts),
            cancellationToken: Listening.Cancellation
        );
        await Listening.EventuallyAsync(() => listening.Slack.Messages(Listening.Channel).Count == 4);
        Assert.Equal(["xai", "openai"], listening.Commands.Calls.Select(call => call.Text).OrderDescending());
    }

    [Fact]
    public async Task Bots_and_the_bot_itself_are_not_answered()
    {
        await using var listening = await Listening.StartAsync();
        foreach (var (key, value) in new[] { ("bot_id", "B1"), ("subtype", "message_changed"), ("user", "UB0000000001"), ("user", "") })
        {
            var payload = Mention(listening, "<@UB0000000001> funding xai", "1700000000.000001");
            payload["event"]![key] = value;
            Assert.All(
                await listening.Slack.Events.SendAsync(payload, cancellationToken: Listening.Cancellation),
                sent => Assert.Equal(200, sent.Status)
            );
        }

        var question = listening.Slack.PostAsPerson(Listening.Channel, "question");
        await listening.Slack.Events.SendAsync(
            Mention(listening, "<@UB0000000001> funding last", question.Ts),
            cancellationToken: Listening.Cancellation
        );
        await Listening.EventuallyAsync(() => listening.Slack.Messages(Listening.Channel).Count == 2);
        Assert.Equal("last", Assert.Single(listening.Commands.Calls).Text);
    }

    [Fact]
    public async Task B1_An_application_that_was_removed_is_told_once_whatever_the_platform_sends()
    {
        await using var listening = await Listening.StartAsync();
        var uninstalled = listening.Slack.Events.Wrap(new JsonObject { ["type"] = "app_uninstalled" });
        await listening.Slack.Events.SendAsync(uninstalled, cancellationToken: Listening.Cancellation);
        await listening.Slack.Events.SendAsync(uninstalled, cancellationToken: Listening.Cancellation);
        await Listening.EventuallyAsync(() => !listening.HasInstallations);
        await listening.Slack.Events.SendAsync(Revoked(listening, "UB0000000001"), cancellationToken: Listening.Cancellation);
        await listening.FinishAsync();
        Assert.Equal([Listening.Team], listening.Removed);
    }

    [Theory]
    [InlineData("UB9999999999", 0)]
    [InlineData(null, 0)]
    [InlineData("UB0000000001", 1)]
    public async Task B1_Revoked_tokens_count_when_they_are_the_bots(string? revoked, int removed)
    {
        await using var listening = await Listening.StartAsync();
        await listening.Slack.Events.SendAsync(Revoked(listening, revoked), cancellationToken: Listening.Cancellation);
        await listening.FinishAsync();
        Assert.Equal((removed, removed == 0), (listening.Removed.Count, listening.HasInstallations));
    }

    [Theory]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","team_id":"T0000000001","event":{"type":"something_new","a":[1]}}""", 200)]
    [InlineData("""{"type":"event_callback"}""", 200)]
    [InlineData("""{"type":"event_callback","event":{"type":"app_mention"},"authorizations":[]}""", 200)]
    [InlineData(
        """{"type":"event_callback","event_id":"Ev2","team_id":"T0000000001","event":{"type":"tokens_revoked","tokens":[]}}""",
        200
    )]
    [InlineData("""{"type":"app_rate_limited","team_id":"T0000000001","minute_rate_limited":1}""", 200)]
    [InlineData("""{"event_id":7,"type":{},"event":"text"}""", 200)]
    [InlineData("{}", 200)]
    [InlineData("nothing", 400)]
    [InlineData("", 400)]
    public async Task E12_Events_that_the_bot_does_not_know_are_acknowledged(string body, int status)
    {
        await using var listening = await Listening.StartAsync();
        var sent = await listening.Slack.Bot.SendAsync(
            listening.Slack.Urls.Events!,
            Encoding.UTF8.GetBytes(body),
            "application/json",
            SignatureKind.Good,
            new Dictionary<string, string>(),
            Listening.Cancellation
        );
        Assert.Equal(status, sent.Status);
        Assert.Empty(listening.Commands.Calls);
    }

    private static JsonObject Mention(Listening listening, string text, string ts, string? thread = null)
    {
        var inner = new JsonObject
        {
            ["type"] = "app_mention",
            ["user"] = Listening.Asker,
            ["text"] = text,
            ["ts"] = ts,
            ["channel"] = Listening.Channel,
        };
        if (thread is not null)
        {
            inner["thread_ts"] = thread;
        }

        return listening.Slack.Events.Wrap(inner);
    }

    private static JsonObject Revoked(Listening listening, string? bot) =>
        listening.Slack.Events.Wrap(
            new JsonObject
            {
                ["type"] = "tokens_revoked",
                ["tokens"] = new JsonObject
                {
                    ["oauth"] = new JsonArray("U1"),
                    ["bot"] = bot is null ? new JsonArray() : new JsonArray(bot),
                },
            }
        );
}
