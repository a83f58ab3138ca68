using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Slack;
using Bot.Slack.Tests.Infrastructure;

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
    public async Task A_refused_token_is_told_once_and_not_asked_about_again()
    {
        await using var bench = await SlackBench.StartAsync(isInstalled: false, botToken: "xoxb-canary");

        await RunAsync(bench);

        var alert = Assert.Single(bench.Alerts.All);
        Assert.Equal(("token-refused", "Slack:BotToken"), (alert.Reason, alert.Subject));
        Assert.DoesNotContain("canary", alert.ToString(), StringComparison.Ordinal);
        Assert.IsType<SendOutcome.Rejected>(await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根"))));
    }

    private static async Task RunAsync(SlackBench bench)
    {
        await bench.Configured.StartAsync(CancellationToken.None);
        await bench.Configured.ExecuteTask!.WaitAsync(SlackBench.Deadline);
    }
}
