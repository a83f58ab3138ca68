using System.Globalization;
using Bot.Archive.Setup;
using Bot.Discord.Setup;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Slack;
using Bot.Emulators.Slack.Interactions;
using Bot.Emulators.Slack.World;
using Bot.Faults.Tests.Processes;
using Bot.Faults.Tests.Staging;
using Bot.Slack.Setup;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Faults.Tests.Crashes;

/// <summary>
/// Row D7 by the clock, with the leases of production: how long nobody answers when the process that has the gateway or the socket goes.
/// For a machine with nothing else to do; <see cref="ConnectionTests"/> shows the same at any speed.
/// </summary>
public sealed class TakeOverTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Rounds = 10;

    private static readonly TimeSpan AfterAStop = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterAKill = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-take-over-");
    private readonly List<Child> _children = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Share.IsAll, "It takes minutes, and a machine without other work: BOT_EFFORT=full.");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var child in _children)
        {
            await child.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    [Fact]
    [Trait("Fault", "D7")]
    public async Task D7_The_gateway_is_taken_over_two_seconds_after_a_stop_and_thirty_after_a_kill()
    {
        await using var database = await Share.DatabaseAsync(DatabaseProvider.PostgreSql);
        await using var discord = await DiscordServer.StartAsync();
        var settings = Settings(database);
        settings["Discord__Mode"] = nameof(DiscordMode.Gateway);
        settings["Discord__Token"] = "gateway-canary-6a20f7b1c3";
        settings["Discord__ApplicationId"] = DefaultIds.Application.ToString(CultureInfo.InvariantCulture);
        settings["Discord__PublicKey"] = discord.Signer.PublicKey;
        settings["Discord__ApiBaseUrl"] = discord.ApiAddress.ToString();
        // A real fleet's sessions begin further apart.
        discord.Gateway.Settings.MaxConcurrency = 4 * Rounds;
        var seen = 0L;

        await MeasureAsync(
            settings,
            () => ForgetSessionsAsync(database),
            async _ =>
                seen = (await discord.Log.WaitForAsync(entry => entry.Detail == "ready", Swift.Deadline, Cancellation, seen)).Sequence,
            async () =>
            {
                var asked = await discord.People.CommandAsync("help");
                await asked.AnsweredAsync(Swift.Deadline, Cancellation);
                Assert.True(asked.Failure is null, asked.Failure);
            }
        );
    }

    [Fact]
    [Trait("Fault", "D7")]
    public async Task D7_The_socket_is_taken_over_two_seconds_after_a_stop_and_thirty_after_a_kill()
    {
        await using var database = await Share.DatabaseAsync(DatabaseProvider.PostgreSql);
        await using var slack = await SlackServer.StartAsync();
        slack.World.AddUser(new SlackUser("U0000000001", "hanako", SlackServer.FirstWorkspace) { Locale = "en-US" });
        var settings = Settings(database);
        settings["Slack__Mode"] = nameof(SlackMode.Socket);
        settings["Slack__BotToken"] = SlackServer.FirstToken;
        settings["Slack__AppToken"] = slack.World.App.AppToken;
        settings["Slack__ApiBaseUrl"] = slack.ApiAddress.ToString();

        await MeasureAsync(
            settings,
            () => Task.CompletedTask,
            time => slack.Sockets.WaitForAsync(hub => hub.Opened == time, Swift.Deadline, Cancellation),
            async () =>
            {
                var asked = await slack.People.TypeAsync(
                    new SlashCommand("/briefing", "help") { User = "U0000000001" },
                    cancellationToken: Cancellation
                );
                Assert.True(asked.Sent.IsOk, asked.Sent.ToString());
            }
        );
    }

    /// <summary>The bot allows itself ten sessions in ten minutes, across restarts: this is about whose the next one is.</summary>
    private static async Task ForgetSessionsAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        await context.PlatformState.Where(state => state.Key == "gateway-identifies").ExecuteDeleteAsync(Cancellation);
    }

    /// <param name="prepare">Before a process goes.</param>
    /// <param name="connected">Completes when a connection was opened, for the given time.</param>
    /// <param name="ask">Asks a question, and waits for its answer.</param>
    private async Task MeasureAsync(Dictionary<string, string> settings, Func<Task> prepare, Func<int, Task> connected, Func<Task> ask)
    {
        var times = 1;
        var holder = Launch(settings);
        await connected(times);
        var heir = Launch(settings);
        await heir.AddressAsync();
        var gaps = new Dictionary<int, List<TimeSpan>> { [KillOrder.Terminate] = [], [KillOrder.Kill] = [] };
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (signal, measured) in gaps)
            {
                await prepare();
                var gone = TimeProvider.System.GetTimestamp();
                holder.Signal(signal);
                try
                {
                    await connected(++times);
                    await ask();
                }
                catch (TimeoutException)
                {
                    Assert.Fail($"Nobody took over from a process that was sent signal {signal}. The other:\n{heir.Transcript}");
                }

                measured.Add(TimeProvider.System.GetElapsedTime(gone));
                await holder.ExitAsync();
                (holder, heir) = (heir, Launch(settings));
                await heir.AddressAsync();
            }
        }

        Tell("stopped", gaps[KillOrder.Terminate], AfterAStop);
        Tell("killed", gaps[KillOrder.Kill], AfterAKill);
    }

    private void Tell(string how, List<TimeSpan> gaps, TimeSpan bar)
    {
        gaps.Sort();
        var (half, most) = (gaps[gaps.Count / 2], gaps[^1]);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{how} {gaps.Count} times: p50 {half.TotalSeconds:F1} s, max {most.TotalSeconds:F1} s"
            )
        );
        Assert.True(most <= bar, $"{how}: {string.Join(", ", gaps)}");
    }

    private static Dictionary<string, string> Settings(TestDatabase database) =>
        new()
        {
            ["Database__Provider"] = nameof(DatabaseProvider.PostgreSql),
            ["Database__ConnectionString"] = database.Options.ConnectionString,
            ["Web__Url"] = "http://127.0.0.1:0",
            ["Asking__PerUserPerMinute"] = "0",
        };

    private Child Launch(Dictionary<string, string> settings)
    {
        var trace = Path.Combine(_folder.FullName, $"trace-{_children.Count}");
        var child = Child.Start(_folder.FullName, trace, settings, order: null, isRead: true);
        _children.Add(child);
        return child;
    }
}
