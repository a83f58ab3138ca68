using System.Text.Json.Nodes;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.Slack;
using Bot.Slack.Receiving.Socket;
using Bot.Slack.Setup;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Slack.Tests.Receiving.Socket;

public sealed class SocketModeTests
{
    /// <summary>Waits short enough for a test.</summary>
    private static readonly SocketPatience Quick = new()
    {
        FirstWait = TimeSpan.FromMilliseconds(20),
        LongestWait = TimeSpan.FromMilliseconds(100),
        Farewell = TimeSpan.FromSeconds(2),
        ShortestLife = TimeSpan.Zero,
    };

    [Fact]
    public async Task A_command_is_answered_in_the_acknowledgement()
    {
        await using var listening = await Listening.StartAsync(SlackMode.Socket);
        var asked = await listening.TypeAsync("/funding", "xai");
        Assert.True(asked.Sent.IsOk);
        Assert.Null(asked.Problem);
        var shown = await listening.ShownForAsync(asked);
        Assert.Contains("funding: xai", shown.Text, StringComparison.Ordinal);
        Assert.Equal("acknowledgement", shown.Way);
    }

    [Fact]
    public async Task E6_A_slow_answer_is_acknowledged_in_time_and_comes_later()
    {
        await using var listening = await Listening.StartAsync(SlackMode.Socket, time: Listening.ShortOfPatience);
        var gate = new TaskCompletionSource();
        listening.Commands.Gate = gate.Task;
        var asked = await listening.TypeAsync("/funding", "xai");
        Assert.True(asked.Sent.IsOk);
        gate.SetResult();
        Assert.Equal("response_url", (await listening.ShownForAsync(asked)).Way);
    }

    [Fact]
    public async Task A_press_and_a_mention_arrive_too()
    {
        await using var listening = await Listening.StartAsync(SlackMode.Socket);
        var pressed = await listening.Slack.People.SendAsync(
            new JsonObject
            {
                ["type"] = "block_actions",
                ["team"] = new JsonObject { ["id"] = Listening.Team },
                ["user"] = new JsonObject { ["id"] = Listening.Asker },
                ["response_url"] = listening.Slack.ResponseUrls.New("I-press", Listening.Team, Listening.Channel, Listening.Asker),
                ["actions"] = new JsonArray(
                    new JsonObject { ["value"] = ButtonCode.Encode(new Button("", "funding", "pressed", "", null), 1000) }
                ),
            },
            cancellationToken: Listening.Cancellation
        );
        Assert.True(pressed.Sent.IsOk);
        await listening.Slack.Shown.WaitForAsync(reply => reply.Interaction == "I-press", Listening.Deadline, Listening.Cancellation);
        var question = listening.Slack.PostAsPerson(Listening.Channel, "question");
        await listening.Slack.Events.SendAsync(Mention(listening, "mentioned", question.Ts), cancellationToken: Listening.Cancellation);
        await Listening.EventuallyAsync(() => listening.Slack.Messages(Listening.Channel).Count == 2);
        Assert.Equal(["mentioned", "pressed"], listening.Commands.Calls.Select(call => call.Text).Order());
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task E11_While_a_connection_is_replaced_no_command_is_lost(string reason)
    {
        await using var listening = await Listening.StartAsync(SlackMode.Socket, patience: Quick);
        for (var round = 1; round <= 3; round++)
        {
            await listening.Slack.Sockets.DisconnectAsync(reason, cancellationToken: Listening.Cancellation);
            for (var i = 0; i < 5; i++)
            {
                Assert.True((await listening.TypeAsync("/funding", $"{round}.{i}")).Sent.IsOk);
            }

            var opened = round + 1;
            await listening.Slack.Sockets.WaitForAsync(hub => hub.Opened >= opened, Listening.Deadline, Listening.Cancellation);
        }

        Assert.Equal(15, listening.Commands.Count("funding"));
    }

    [Fact]
    public async Task E11_An_event_that_comes_again_because_its_acknowledgement_was_lost_acts_once()
    {
        await using var listening = await Listening.StartAsync(SlackMode.Socket);
        listening.Slack.Sockets.LostAcknowledgements = 1;
        listening.Slack.Events.RetryAfter = [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero];
        var question = listening.Slack.PostAsPerson(Listening.Channel, "question");
        var attempts = await listening.Slack.Events.SendAsync(
            Mention(listening, "xai", question.Ts),
            cancellationToken: Listening.Cancellation
        );
        Assert.True(attempts.Count > 1);
        var other = listening.Slack.PostAsPerson(Listening.Channel, "another");
        await listening.Slack.Events.SendAsync(Mention(listening, "openai", other.Ts), cancellationToken: Listening.Cancellation);
        await Listening.EventuallyAsync(() => listening.Slack.Messages(Listening.Channel).Count == 4);
        Assert.Equal(["openai", "xai"], listening.Commands.Calls.Select(call => call.Text).Order());
    }

    [Fact]
    public async Task E11_A_connection_that_is_sent_away_before_it_was_greeted_is_tried_again()
    {
        await using var listening = await Listening.StartAsync(
            SlackMode.Socket,
            patience: Quick,
            prepare: slack => slack.Sockets.DismissedBeforeHello = 2
        );
        Assert.True((await listening.TypeAsync("/funding", "xai")).Sent.IsOk);
    }

    [Fact]
    public async Task E11_A_connection_that_breaks_is_made_anew()
    {
        await using var listening = await Listening.StartAsync(SlackMode.Socket, patience: Quick);
        listening.Slack.Sockets.Abort();
        await listening.Slack.Sockets.WaitForAsync(hub => hub is { Opened: 2, Count: 1 }, Listening.Deadline, Listening.Cancellation);
        Assert.True((await listening.TypeAsync("/funding", "xai")).Sent.IsOk);
    }

    [Fact]
    public async Task E9_A_socket_that_answers_no_ping_is_given_up()
    {
        using var server = new SilentServer("""{"type":"hello"}""");
        using var link = new SocketLink(
            server.Address,
            null!,
            new SoleProcess(),
            new SocketPatience { Ping = TimeSpan.FromMilliseconds(50), Silence = TimeSpan.FromMilliseconds(200) },
            TimeProvider.System,
            NullLogger.Instance
        );
        var running = link.RunAsync();
        await link.Greeted.WaitAsync(Listening.Deadline, Listening.Cancellation);
        await running.WaitAsync(Listening.Deadline, Listening.Cancellation);
        Assert.Equal("ended", await link.Leaving);
    }

    [Fact]
    public async Task A_connection_that_outlives_its_announced_age_is_replaced()
    {
        using var server = new SilentServer("""{"type":"hello","debug_info":{"approximate_connection_time":0.05}}""");
        using var link = new SocketLink(
            server.Address,
            null!,
            new SoleProcess(),
            new SocketPatience { Overtime = TimeSpan.Zero },
            TimeProvider.System,
            NullLogger.Instance
        );
        var running = link.RunAsync();
        Assert.Equal("old", await link.Leaving.WaitAsync(Listening.Deadline, Listening.Cancellation));
        link.Abort();
        await running.WaitAsync(Listening.Deadline, Listening.Cancellation);
    }

    [Fact]
    public async Task A_refused_token_is_told_once_and_not_hammered()
    {
        await using var slack = await SlackServer.StartAsync();
        slack.Script.Add(new Fault(Decision.Refuse("invalid_auth"), null) { Operation = "apps.connections.open", Times = null });
        var alerts = new System.Collections.Concurrent.ConcurrentQueue<Bot.Chat.Platforms.OperatorAlert>();
        var options = new SlackOptions
        {
            Mode = SlackMode.Socket,
            BotToken = SlackServer.FirstToken,
            AppToken = slack.World.App.AppToken,
            ApiBaseUrl = slack.ApiAddress,
        };
        using var client = new Bot.Slack.Api.SlackClient(options, TimeProvider.System);
        using var socket = new SocketMode(
            new SocketAddress(options, client, TimeProvider.System),
            null!,
            new SoleProcess(),
            new Alerts(alerts),
            SocketPatience.Default,
            new Random(1),
            TimeProvider.System,
            NullLogger<SocketMode>.Instance
        );
        await socket.StartAsync(Listening.Cancellation);
        await Listening.EventuallyAsync(() => !alerts.IsEmpty);
        await socket.StopAsync(Listening.Cancellation);
        Assert.Equal(("token-refused", "Slack:AppToken"), alerts.Select(alert => (alert.Reason, alert.Subject)).Single());
        Assert.Equal(2, slack.Log.All.Count(entry => entry is { Method: "apps.connections.open", Kind: LogKind.Refused }));
        Assert.False(socket.IsConnected);
    }

    [Fact]
    public async Task H5_One_refusal_of_the_app_token_is_not_believed()
    {
        await using var listening = await Listening.StartAsync(
            SlackMode.Socket,
            patience: Quick,
            prepare: slack => slack.Script.Add(new Fault(Decision.Refuse("invalid_auth"), null) { Operation = "apps.connections.open" })
        );

        Assert.True((await listening.TypeAsync("/funding", "xai")).Sent.IsOk);
        Assert.Empty(listening.Alerts);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"type":7,"envelope_id":{}}""")]
    [InlineData("""{"type":"hello","debug_info":{"approximate_connection_time":1e400}}""")]
    [InlineData("""{"type":"\ud800"}""")]
    public async Task H16_A_frame_that_is_none_ends_nothing(string frame)
    {
        using var server = new SilentServer(frame);
        using var link = new SocketLink(
            server.Address,
            null!,
            new SoleProcess(),
            new SocketPatience { Ping = TimeSpan.FromMilliseconds(50), Silence = TimeSpan.FromMilliseconds(200) },
            TimeProvider.System,
            NullLogger.Instance
        );

        // Ends because of the silence that follows, as after any other message.
        await link.RunAsync().WaitAsync(Listening.Deadline, Listening.Cancellation);
        Assert.Equal("ended", await link.Leaving);
    }

    [Theory]
    [InlineData(1, 0.0, 0.5)]
    [InlineData(1, 1.0, 1.0)]
    [InlineData(4, 1.0, 8.0)]
    [InlineData(100, 1.0, 60.0)]
    [InlineData(0, 1.0, 0.0)]
    public void Waits_double_up_to_a_minute(int failures, double chance, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), SocketPatience.Default.WaitAfter(failures, chance));

    private static JsonObject Mention(Listening listening, string text, string ts) =>
        listening.Slack.Events.Wrap(
            new JsonObject
            {
                ["type"] = "app_mention",
                ["user"] = Listening.Asker,
                ["text"] = $"<@UB0000000001> funding {text}",
                ["ts"] = ts,
                ["channel"] = Listening.Channel,
            }
        );

    private sealed class Alerts(System.Collections.Concurrent.ConcurrentQueue<Bot.Chat.Platforms.OperatorAlert> raised)
        : Bot.Chat.Platforms.IOperatorAlerts
    {
        public void Raise(Bot.Chat.Platforms.OperatorAlert alert) => raised.Enqueue(alert);
    }
}
