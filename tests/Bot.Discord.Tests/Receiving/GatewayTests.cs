using Bot.Discord.Receiving.Gateway;
using Bot.Discord.Setup;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.World;
using CsCheck;
using Bench = Bot.Discord.Tests.Receiving.ReceivingBench;

namespace Bot.Discord.Tests.Receiving;

public class GatewayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_is_answered_over_the_gateway()
    {
        await using var bench = await StartAsync();

        await AskAsync(bench);

        Assert.Equal(Bench.Token, bench.Saved!.Reveal());
        Assert.Single(bench.State[IdentifyBudget.Key]!.Split(','));
        Assert.DoesNotContain(Bench.Token, bench.Log, StringComparison.Ordinal);
        Assert.Contains($"added {DefaultIds.Guild}", bench.Events);
    }

    [Fact]
    public async Task At_the_start_it_is_said_that_an_address_of_the_application_silences_the_gateway()
    {
        await using var bench = await Bench.StartAsync(
            DiscordMode.Gateway,
            discord => discord.World.Application.InteractionsEndpointUrl = "https://old.example/discord/interactions"
        );

        await bench.LoggedAsync("commands are sent to old.example, so nothing arrives over the gateway");
    }

    [Fact]
    public async Task E9_A_gateway_that_falls_silent_is_noticed_and_the_session_goes_on()
    {
        await using var bench = await StartAsync(server =>
        {
            server.Gateway.Settings.HeartbeatInterval = TimeSpan.FromMilliseconds(500);
            server.Gateway.Settings.HeartbeatTolerance = 1000;
        });
        // An answer shows that the bot has received READY, without which there is nothing to resume.
        await AskAsync(bench, "LMArena");
        var before = bench.Now;

        bench.Discord.Gateway.FallSilent();
        var asked = bench.Discord.People.CommandAsync("funding");
        await bench.SeenAsync("gone 4000", before);
        await bench.SeenAsync("resume ", before);

        // Events that arrived while nobody listened are replayed; new ones are answered as usual.
        await AskAsync(bench);
        // The replayed question may be answered after the new one.
        Assert.NotNull(await asked);
        await Bench.UntilAsync(() => bench.Handled.Count >= 3);
        Assert.Single(bench.State[IdentifyBudget.Key]!.Split(','));
        Assert.Equal(3, bench.Handled.Count);
    }

    [Fact]
    public async Task E10_A_heartbeat_that_Discord_asks_for_is_sent_at_once()
    {
        await using var bench = await StartAsync();
        var before = bench.Now;

        bench.Discord.Gateway.AskHeartbeat();

        await bench.Discord.Log.WaitForAsync(
            entry => entry.Detail?.Contains(" after ", StringComparison.Ordinal) == true,
            Bench.Deadline,
            Cancellation,
            before
        );
    }

    [Theory]
    [InlineData("reconnect")]
    [InlineData("drop")]
    [InlineData("invalid resumable")]
    [InlineData("close 4000")]
    public async Task E10_What_can_be_resumed_is_resumed_and_every_event_acts_once(string how)
    {
        await using var bench = await StartAsync();
        await AskAsync(bench);
        var before = bench.Now;

        Do(bench, how);
        await bench.SeenAsync("resume ", before);
        await AskAsync(bench, "LMArena");

        Assert.Equal(["xAI", "LMArena"], bench.Handled.Select(call => call.Text));
        Assert.Single(bench.State[IdentifyBudget.Key]!.Split(','));
    }

    [Theory]
    [InlineData("invalid")]
    [InlineData("close 4009")]
    [InlineData("close 4007")]
    public async Task E10_What_cannot_be_resumed_begins_anew(string how)
    {
        await using var bench = await StartAsync();
        var before = bench.Now;

        Do(bench, how);
        await bench.SeenAsync("ready", before);
        await AskAsync(bench);

        Assert.Equal(2, bench.State[IdentifyBudget.Key]!.Split(',').Length);
    }

    [Fact]
    public async Task E10_A_reconnect_before_hello_is_obeyed()
    {
        await using var bench = await StartAsync(server => server.Gateway.Settings.ReconnectsBeforeHello = 2);

        await AskAsync(bench);
    }

    [Fact]
    public async Task E10_When_few_starts_are_left_none_is_used_and_the_operator_is_told()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Gateway, server => server.Gateway.Settings.StartsRemaining = 5);

        await EventuallyAsync(() => !bench.Alerts.IsEmpty);

        Assert.Equal("gateway-starts-spent", bench.Alerts.First().Reason);
        Assert.Empty(bench.Discord.Gateway.Connections);
        Assert.DoesNotContain(IdentifyBudget.Key, bench.State.Keys);
    }

    [Theory]
    [InlineData(4004, "token-refused", "token:discord")]
    [InlineData(4014, "gateway-stopped", "platform:discord")]
    public async Task A_fatal_close_stops_the_gateway_with_one_alert(int code, string reason, string subject)
    {
        await using var bench = await StartAsync();
        var before = bench.Now;
        if (code == 4004)
        {
            bench.Discord.Tokens.Revoke(Bench.Token);
        }

        bench.Discord.Gateway.Close(code);
        await EventuallyAsync(() => !bench.Alerts.IsEmpty);

        Assert.Equal((reason, subject), Assert.Single(bench.Alerts) is var alert ? (alert.Reason, alert.Subject) : default);
        Assert.DoesNotContain(
            bench.Discord.Log.After(before),
            entry => entry.Detail?.StartsWith("connected", StringComparison.Ordinal) == true
        );
    }

    [Fact]
    public async Task A_refused_token_is_tried_once_and_told_once()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Gateway, server => server.Tokens.Revoke(Bench.Token));

        await EventuallyAsync(() => !bench.Alerts.IsEmpty);

        Assert.Equal("token:discord", Assert.Single(bench.Alerts).Subject);
        Assert.Empty(bench.Discord.Gateway.Connections);
    }

    [Fact]
    public async Task A_server_that_removed_the_bot_is_noticed_and_an_outage_is_none()
    {
        await using var bench = await StartAsync();
        var other = bench.Discord.World.AddGuild("other");

        bench.Discord.World.SetUnavailable(DefaultIds.Guild, true);
        bench.Discord.World.RemoveBot(other.Id);
        await EventuallyAsync(() => bench.Events.Contains($"removed {other.Id}"));

        Assert.DoesNotContain($"removed {DefaultIds.Guild}", bench.Events);
    }

    [Fact]
    public async Task E6_A_slow_answer_is_deferred_and_takes_its_place()
    {
        await using var bench = await StartAsync();
        var gate = new TaskCompletionSource();
        bench.Handler = async _ =>
        {
            await gate.Task;
            return Bench.Says("late");
        };

        var asked = await bench.Discord.People.CommandAsync("funding");
        await asked.UntilAsync(one => one.IsThinking, Bench.Deadline, Cancellation);
        gate.SetResult();
        await asked.AnsweredAsync(Bench.Deadline, Cancellation);

        Assert.Contains("late", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_closes_the_session_so_that_the_bot_is_seen_offline_at_once()
    {
        await using var bench = await StartAsync();
        var before = bench.Now;

        await bench.StopAsync();

        await bench.SeenAsync("gone 1000", before);
    }

    [Fact]
    public async Task Stopping_while_the_session_begins_closes_it_as_well()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Gateway);
        await bench.SeenAsync("identify");

        await bench.StopAsync();

        await bench.SeenAsync("gone 1000");
    }

    [Fact]
    public async Task Stopping_in_a_storm_of_events_closes_the_session_as_well()
    {
        await using var bench = await StartAsync();
        var before = bench.Now;
        var frame = $$$"""{"op":0,"s":null,"t":"GUILD_UPDATE","d":{"name":"{{{new string('港', 2000)}}}"}}""";

        // Dropping a connection with unread bytes loses the close frame too.
        for (var at = 0; at < 400; at++)
        {
            bench.Discord.Gateway.SendRaw(frame);
        }

        await bench.StopAsync();

        await bench.SeenAsync("gone 1000", before);
    }

    [Fact]
    public async Task Fuzz_frames_of_any_kind_leave_the_gateway_answering()
    {
        await using var bench = await StartAsync();
        var samples = new[]
        {
            """{"op":0,"s":900000,"t":"INTERACTION_CREATE","d":{"id":"1456000000000000101","type":2,"token":"t","data":{"name":"funding"}}}""",
            """{"op":0,"s":null,"t":"GUILD_DELETE","d":{"id":7}}""",
            """{"op":10,"d":{}}""",
            """{"op":11}""",
            """{"op":77,"d":[]}""",
            "",
            "[]",
            "{",
            "\"\"",
        };
        var frames = Gen.Select(
            Gen.OneOf(samples),
            Gen.Select(Gen.Int[0, 200], Gen.Char['\u0020', '\u3100']).Array[0, 4],
            (sample, changes) =>
            {
                var text = sample.ToCharArray();
                foreach (var (at, letter) in changes.Where(_ => text.Length > 0))
                {
                    text[at % text.Length] = letter;
                }

                // Neither an order to reconnect nor a sequence beyond those to come.
                return new string(text)
                    .Replace("\"op\":7,", "\"op\":78,", StringComparison.Ordinal)
                    .Replace("\"op\":9,", "\"op\":79,", StringComparison.Ordinal)
                    .Replace("\"s\":9", "\"s\":-9", StringComparison.Ordinal);
            }
        );

        frames.Sample(bench.Discord.Gateway.SendRaw, iter: 300, threads: 1);

        await AskAsync(bench);
        Assert.DoesNotContain("Error", bench.Log.Split('\n').Where(line => line.StartsWith("Error", StringComparison.Ordinal)));
    }

    private static async Task<Bench> StartAsync(Action<DiscordServer>? prepare = null)
    {
        var bench = await Bench.StartAsync(DiscordMode.Gateway, prepare);
        await bench.SeenAsync("ready");
        return bench;
    }

    private static async Task AskAsync(Bench bench, string company = "xAI")
    {
        var asked = await bench.Discord.People.CommandAsync("funding", new Dictionary<string, string> { ["company"] = company });
        await asked.AnsweredAsync(Bench.Deadline, Cancellation);
        Assert.Null(asked.Failure);
        Assert.Contains($"funding {company}", asked.Text, StringComparison.Ordinal);
    }

    private static void Do(Bench bench, string how)
    {
        switch (how)
        {
            case "reconnect":
                bench.Discord.Gateway.Reconnect();
                break;
            case "drop":
                bench.Discord.Gateway.Drop();
                break;
            case "invalid resumable":
                bench.Discord.Gateway.Invalidate(resumable: true);
                break;
            case "invalid":
                bench.Discord.Gateway.Invalidate(resumable: false);
                break;
            default:
                bench.Discord.Gateway.Close(int.Parse(how.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }

    private static async Task EventuallyAsync(Func<bool> isSo)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var limit = new CancellationTokenSource(Bench.Deadline);
        while (!isSo())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}
