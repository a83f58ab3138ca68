using System.Collections.Concurrent;
using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.Slack;
using Bot.Slack.Sending;
using Bot.Slack.Tests.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Slack.Tests.Sending;

public sealed class ConfiguredInstallationTests
{
    [Fact]
    public async Task A_configured_token_becomes_an_installation_at_start()
    {
        await using var bench = await SlackBench.StartAsync(isInstalled: false, botToken: SlackServer.FirstToken);
        Assert.IsType<SendOutcome.RetryAfter>(await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根"))));

        await RunAsync(bench);

        var installation = Assert.Single(await bench.Installations.ListAsync(PlatformId.Slack, CancellationToken.None));
        Assert.Equal((SlackServer.FirstWorkspace, SlackServer.FirstToken), (installation.Workspace, installation.Token.Reveal()));
        Assert.Equal(bench.Server.World.Workspaces[SlackServer.FirstWorkspace].BotId, installation.Bot);
        Assert.Contains("chat:write", installation.Scopes);
        Assert.Equal("slack:" + SlackServer.FirstWorkspace, Assert.Single(bench.Installations.TokenNames));
        Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根"))));
    }

    [Fact]
    public async Task Slack_is_asked_again_until_it_answers()
    {
        await using var bench = await SlackBench.StartAsync(isInstalled: false, botToken: SlackServer.FirstToken);
        bench.Server.Script.Add(new Fault(Decision.Ignore, Answer.WithStatus(503)) { Operation = "auth.test" });

        await RunAsync(bench);

        Assert.False(bench.Configured.IsPending);
        Assert.Empty(bench.Alerts.All);
    }

    [Fact]
    public async Task H5_One_refusal_at_the_start_is_not_believed()
    {
        await using var bench = await SlackBench.StartAsync(isInstalled: false, botToken: SlackServer.FirstToken);
        bench.Server.Script.Add(new Fault(Decision.Refuse("invalid_auth"), null) { Operation = "auth.test" });

        await RunAsync(bench);

        Assert.Empty(bench.Alerts.All);
        Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根"))));
    }

    [Fact]
    public async Task H5_A_token_that_stays_refused_is_told_once_and_asked_about_every_five_minutes()
    {
        var clock = new WaitedClock(TimeProvider.System.GetUtcNow());
        await using var bench = await SlackBench.StartAsync(isInstalled: false, botToken: "xoxb-canary", time: clock);
        await bench.Configured.StartAsync(CancellationToken.None);
        await AskedAsync(bench, 1);
        await clock.WaitedAsync(TimeSpan.FromSeconds(1));
        Assert.Empty(bench.Alerts.All);
        Assert.IsType<SendOutcome.RetryAfter>(await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根"))));

        clock.Advance(TimeSpan.FromSeconds(1));
        await AskedAsync(bench, 2);
        await clock.WaitedAsync(ConfiguredInstallation.RefusedWait);
        Assert.False(bench.Configured.IsPending);
        Assert.IsType<SendOutcome.Rejected>(await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根"))));

        clock.Advance(ConfiguredInstallation.RefusedWait);
        await AskedAsync(bench, 3);
        var alert = Assert.Single(bench.Alerts.All.DistinctBy(raised => (raised.Reason, raised.Subject)));
        Assert.Equal(("token-refused", "Slack:BotToken"), (alert.Reason, alert.Subject));
        Assert.DoesNotContain("canary", alert.ToString(), StringComparison.Ordinal);

        // It is good after all: nobody has to restart the bot.
        bench.Server.World.AddToken("xoxb-canary", SlackServer.FirstWorkspace, [.. Bot.Emulators.Slack.World.SlackApp.AllScopes]);
        await SlackBench.UntilAsync(() =>
        {
            clock.Advance(ConfiguredInstallation.RefusedWait);
            return bench.Configured.ExecuteTask!.IsCompleted;
        });
        Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根"))));
    }

    [Fact]
    public async Task H12_A_token_of_an_organisation_is_refused_by_name()
    {
        await using var bench = await SlackBench.StartAsync(isInstalled: false, botToken: SlackServer.FirstToken);
        bench.Server.World.App.IsOrganisations = true;
        await bench.Configured.StartAsync(CancellationToken.None);
        await SlackBench.UntilAsync(() => !bench.Configured.IsPending);
        await bench.Configured.StopAsync(CancellationToken.None);

        var alert = Assert.Single(bench.Alerts.All);
        Assert.Equal(("org-wide-installation", "Slack:BotToken"), (alert.Reason, alert.Subject));
        Assert.Contains("Enterprise Grid", alert.Detail, StringComparison.Ordinal);
        Assert.Empty(await bench.Installations.ListAsync(PlatformId.Slack, CancellationToken.None));
    }

    private static Task AskedAsync(SlackBench bench, int times) =>
        SlackBench.UntilAsync(() => bench.Server.Log.All.Count(entry => entry is { Method: "auth.test", Kind: LogKind.Refused }) >= times);

    private static async Task RunAsync(SlackBench bench)
    {
        await bench.Configured.StartAsync(CancellationToken.None);
        await bench.Configured.ExecuteTask!.WaitAsync(SlackBench.Deadline);
    }

    /// <summary>A clock that knows how long it has been asked to wait: moving it before that has no effect.</summary>
    private sealed class WaitedClock(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private readonly ConcurrentBag<TimeSpan> _waits = [];

        /// <summary>Completes once somebody waits that long.</summary>
        public Task WaitedAsync(TimeSpan wait) => SlackBench.UntilAsync(() => _waits.Contains(wait));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _waits.Add(dueTime);
            return timer;
        }
    }
}
