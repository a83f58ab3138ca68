using Bot.Discord.Setup;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bench = Bot.Discord.Tests.Receiving.ReceivingBench;

namespace Bot.Discord.Tests.Receiving;

/// <summary>Faults at the gateway that must not end it.</summary>
public class GatewayFaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task H15_The_gateway_is_told_whose_client_it_is()
    {
        await using var bench = await StartAsync();

        Assert.StartsWith("DiscordBot (https://", Assert.Single(bench.Discord.Gateway.Connections).UserAgent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H16_A_hello_that_says_nothing_is_answered_by_another_connection()
    {
        await using var bench = await StartAsync(server => server.Gateway.Settings.BareHellos = 1);

        await AskAsync(bench);
    }

    [Fact]
    public async Task H16_Unknown_session_starts_stop_nothing()
    {
        await using var bench = await StartAsync(server => server.Gateway.Settings.LeavesOutStarts = true);

        await AskAsync(bench);
        Assert.Empty(bench.Alerts);
    }

    [Fact]
    public async Task H16_A_database_that_fails_while_the_gateway_identifies_ends_nothing()
    {
        var fails = 2;
        await using var bench = await Bench.StartAsync(
            DiscordMode.Gateway,
            prepareBench: bench => bench.StateFails = () => Interlocked.Decrement(ref fails) >= 0
        );
        await bench.SeenAsync("ready");

        await AskAsync(bench);
        Assert.Contains("failed and begins anew", bench.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H5_One_401_where_the_gateway_is_asked_for_stops_nothing()
    {
        await using var bench = await StartAsync(server =>
            server.Script.Add(new Fault(Decision.Refuse("token-refused"), null) { Operation = "get-gateway" })
        );

        await AskAsync(bench);
        Assert.Empty(bench.Alerts);
    }

    [Fact]
    public async Task H5_One_close_that_refuses_the_token_stops_nothing()
    {
        await using var bench = await StartAsync();
        var before = bench.Now;

        bench.Discord.Gateway.Close(4004);
        await bench.SeenAsync("ready", before);

        await AskAsync(bench);
        Assert.Empty(bench.Alerts);
    }

    [Fact]
    public async Task H15_A_close_that_repeats_is_told()
    {
        await using var bench = await StartAsync();
        for (var time = 0; time < Bot.Discord.Receiving.Gateway.RepeatedCloses.Few; time++)
        {
            var before = bench.Now;
            bench.Discord.Gateway.Close(4002);
            if (time < Bot.Discord.Receiving.Gateway.RepeatedCloses.Few - 1)
            {
                await bench.SeenAsync("resume ", before);
                await AskAsync(bench);
            }
        }

        await bench.LoggedAsync("Warning Discord closes the gateway again and again (4002, 3 times in a row)");
        var alert = Assert.Single(bench.Alerts);
        Assert.Equal(("gateway-closing", "platform:discord"), (alert.Reason, alert.Subject));
    }

    [Fact]
    public async Task H18_A_callback_that_Discord_failed_to_take_is_tried_once_again()
    {
        await using var bench = await StartAsync(time: Bench.OfAQuickMachine);
        bench.Discord.Script.Add(new Fault(Decision.Ignore, null) { Operation = "callback" });

        await AskAsync(bench);
        Assert.Single(bench.Handled);
    }

    [Fact]
    public async Task H18_A_callback_that_arrived_all_the_same_is_taken_as_it_is()
    {
        await using var bench = await StartAsync(time: Bench.OfAQuickMachine);
        bench.Handler = _ => Task.FromResult(Bench.Says(string.Concat(Enumerable.Repeat("長い答えの一文です。", 600))));
        bench.Discord.Script.Add(new Fault(null, Answer.WithStatus(500)) { Operation = "callback" });

        var asked = await bench.Discord.People.CommandAsync("funding");

        // The follow-up arrives, because the callback counts as accepted.
        await asked.UntilAsync(one => one.FollowUps.Count > 0, Bench.Deadline, Cancellation);
        Assert.Equal(2, bench.Discord.Log.All.Count(entry => entry is { Operation: "callback", Kind: LogKind.Asked }));
    }

    [Fact]
    public async Task H17_Thousands_of_servers_at_the_start_take_no_persons_place()
    {
        const int guilds = 2_500;
        var gate = new TaskCompletionSource();
        await using var bench = await Bench.StartAsync(
            DiscordMode.Gateway,
            server =>
            {
                for (var number = 1; number < guilds; number++)
                {
                    server.World.AddGuild($"server {number}");
                }
            },
            prepareBench: bench => bench.GuildGate = gate.Task
        );
        await bench.SeenAsync("ready");

        // None of them has been saved yet.
        var started = TimeProvider.System.GetTimestamp();
        for (var question = 0; question < 20; question++)
        {
            await AskAsync(bench);
        }

        Assert.True(TimeProvider.System.GetElapsedTime(started) < Bench.Deadline);
        Assert.Empty(bench.Events);
        Assert.DoesNotContain("dropped", bench.Log, StringComparison.Ordinal);
        gate.SetResult();
        await Bench.UntilAsync(() => bench.Events.Count == guilds);
        Assert.Equal(guilds, bench.Events.Distinct().Count());
    }

    private static async Task<Bench> StartAsync(Action<Bot.Emulators.Discord.DiscordServer>? prepare = null, TimeProvider? time = null)
    {
        var bench = await Bench.StartAsync(DiscordMode.Gateway, prepare, time: time);
        await bench.SeenAsync("ready");
        return bench;
    }

    private static async Task AskAsync(Bench bench)
    {
        var asked = await bench.Discord.People.CommandAsync("funding", new Dictionary<string, string> { ["company"] = "xAI" });
        await asked.AnsweredAsync(Bench.Deadline, Cancellation);
        Assert.Null(asked.Failure);
    }
}
