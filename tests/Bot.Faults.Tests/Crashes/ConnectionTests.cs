using System.Globalization;
using Bot.Archive.Setup;
using Bot.Discord.Setup;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Log;
using Bot.Emulators.Slack;
using Bot.Emulators.Slack.Interactions;
using Bot.Emulators.Slack.World;
using Bot.Faults.Tests.Processes;
using Bot.Faults.Tests.Staging;
using Bot.Slack.Setup;
using Bot.Testing.Databases;

namespace Bot.Faults.Tests.Crashes;

/// <summary>Row D7: two processes on one PostgreSQL, and one gateway or socket. Every question is answered once.</summary>
public sealed class ConnectionTests : IDisposable
{
    private const string ForOneThatGivesItBack = "00:10:00";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-connections-");
    private readonly List<string> _traces = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    [Trait("Fault", "D7")]
    public async Task D7_Of_two_processes_one_has_the_gateway_and_the_other_takes_it_over()
    {
        await using var database = await Share.DatabaseAsync(DatabaseProvider.PostgreSql);
        await using var discord = await DiscordServer.StartAsync();
        discord.Rules.InteractionDeadline = Swift.Deadline;
        var settings = new Dictionary<string, string>(Settings(database))
        {
            ["Discord__Mode"] = nameof(DiscordMode.Gateway),
            ["Discord__Token"] = "gateway-canary-6a20f7b1c3",
            ["Discord__ApplicationId"] = DefaultIds.Application.ToString(CultureInfo.InvariantCulture),
            ["Discord__PublicKey"] = discord.Signer.PublicKey,
            ["Discord__ApiBaseUrl"] = discord.ApiAddress.ToString(),
        };
        await using var first = Launch(settings, lease: ForOneThatGivesItBack);
        await discord.Log.WaitForAsync(entry => entry.Detail == "ready", Swift.Deadline, Cancellation);
        await using var second = Launch(settings);
        await second.AddressAsync();
        await AskAsync(discord, times: 4);
        Assert.Equal(1, Sessions(discord));

        // Stopped politely: at once.
        var stopped = discord.Log.All[^1];
        first.Signal(KillOrder.Terminate);
        await discord.Log.WaitForAsync(entry => entry.Detail == "ready", Swift.Deadline, Cancellation, stopped.Sequence);
        await AskAsync(discord, times: 2);
        Assert.Equal(0, await first.ExitAsync());
        await using var third = Launch(settings);
        await third.AddressAsync();

        // Suspended for longer than its lease: the other answers, and the sleeper nothing when it wakes.
        second.Signal(KillOrder.Stop);
        await discord.Log.WaitForAsync(
            entry => entry.Detail == "ready" && Sessions(discord) == 3,
            Swift.Deadline,
            Cancellation,
            stopped.Sequence
        );
        await AskAsync(discord, times: 2);
        second.Signal(KillOrder.Continue);
        await AskAsync(discord, times: 2);

        // Killed: within the time of a lease.
        var killed = discord.Log.All[^1];
        await third.KillAsync();
        await discord.Log.WaitForAsync(entry => entry.Detail == "ready", Swift.Deadline, Cancellation, killed.Sequence);
        await AskAsync(discord, times: 2);
        Assert.Equal(4, Sessions(discord));
        Assert.DoesNotContain(discord.Log.All, entry => entry is { Kind: LogKind.Refused } && entry.Detail?.Contains("40060") == true);
    }

    [Fact]
    [Trait("Fault", "D7")]
    public async Task D7_Of_two_processes_one_has_the_socket_and_the_other_takes_it_over()
    {
        await using var database = await Share.DatabaseAsync(DatabaseProvider.PostgreSql);
        await using var slack = await SlackServer.StartAsync();
        slack.Sockets.Deadline = Swift.Deadline;
        slack.World.AddUser(new SlackUser("U0000000001", "hanako", SlackServer.FirstWorkspace) { Locale = "en-US" });
        var settings = new Dictionary<string, string>(Settings(database))
        {
            ["Slack__Mode"] = nameof(SlackMode.Socket),
            ["Slack__BotToken"] = SlackServer.FirstToken,
            ["Slack__AppToken"] = slack.World.App.AppToken,
            ["Slack__ApiBaseUrl"] = slack.ApiAddress.ToString(),
        };
        await using var first = Launch(settings, lease: ForOneThatGivesItBack);
        await slack.Sockets.WaitForAsync(hub => hub.Opened == 1, Swift.Deadline, Cancellation);
        await using var second = Launch(settings);
        await second.AddressAsync();
        await AskAsync(slack, times: 4);
        Assert.Equal((1, 1), (slack.Sockets.Opened, slack.Sockets.Count));

        first.Signal(KillOrder.Terminate);
        await slack.Sockets.WaitForAsync(hub => hub.Opened == 2, Swift.Deadline, Cancellation);
        await AskAsync(slack, times: 2);
        Assert.Equal(0, await first.ExitAsync());
        await using var third = Launch(settings);
        await third.AddressAsync();

        await second.KillAsync();
        await slack.Sockets.WaitForAsync(hub => hub.Opened == 3, Swift.Deadline, Cancellation);
        await AskAsync(slack, times: 2);
        Assert.Equal(3, slack.Sockets.Opened);
    }

    private static async Task AskAsync(DiscordServer discord, int times)
    {
        for (var time = 0; time < times; time++)
        {
            var asked = await discord.People.CommandAsync("help");
            await asked.AnsweredAsync(Swift.Deadline, Cancellation);
            Assert.True(asked.Failure is null, asked.Failure);
        }
    }

    private static async Task AskAsync(SlackServer slack, int times)
    {
        for (var time = 0; time < times; time++)
        {
            var asked = await slack.People.TypeAsync(
                new SlashCommand("/briefing", "help") { User = "U0000000001" },
                cancellationToken: Cancellation
            );
            Assert.True(asked.Sent.IsOk, asked.Sent.ToString());
        }
    }

    private static int Sessions(DiscordServer discord) => discord.Log.All.Count(entry => entry.Detail == "ready");

    private static Dictionary<string, string> Settings(TestDatabase database) =>
        new()
        {
            ["Database__Provider"] = nameof(DatabaseProvider.PostgreSql),
            ["Database__ConnectionString"] = database.Options.ConnectionString,
            ["Web__Url"] = "http://127.0.0.1:0",
            // Twelve renewals: a process that a busy machine forgets for seconds keeps its connection.
            ["Delivery__LeaseLength"] = "00:00:06",
            ["Delivery__LeaseRenewal"] = "00:00:00.5",
            ["Delivery__Poll"] = "00:00:00.2",
            ["Asking__PerUserPerMinute"] = "0",
        };

    /// <param name="lease">How long its leases last, where not as long as the others'.</param>
    private Child Launch(Dictionary<string, string> settings, string? lease = null)
    {
        var trace = Path.Combine(_folder.FullName, $"trace-{_traces.Count}");
        _traces.Add(trace);
        return Child.Start(
            _folder.FullName,
            trace,
            lease is null ? settings : new Dictionary<string, string>(settings) { ["Delivery__LeaseLength"] = lease },
            order: null,
            isRead: true
        );
    }
}
