using Bot.Chat.Diagnosis;
using Bot.Emulators.Slack;
using Bot.Slack.Api;
using Bot.Slack.Setup;

namespace Bot.Slack.Tests.Setup;

public sealed class SlackCheckTests
{
    [Fact]
    public async Task Everything_right_is_said_so()
    {
        await using var slack = await SlackServer.StartAsync();
        var findings = await RunAsync(
            slack,
            new SlackOptions
            {
                BotToken = SlackServer.FirstToken,
                SigningSecret = new string('a', 32),
                ApiBaseUrl = slack.ApiAddress,
            }
        );
        Assert.All(findings, finding => Assert.Equal(Verdict.Ok, finding.Verdict));
        Assert.Contains(findings, finding => finding.Text.English.Contains("T0000000001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_scope_is_named_with_its_reason()
    {
        await using var slack = await SlackServer.StartAsync();
        slack.World.AddToken(
            SlackServer.FirstToken,
            SlackServer.FirstWorkspace,
            [.. SlackScope.Bot.Select(scope => scope.Name).Where(scope => scope != "users:read")]
        );
        var findings = await RunAsync(
            slack,
            new SlackOptions
            {
                BotToken = SlackServer.FirstToken,
                SigningSecret = new string('a', 32),
                ApiBaseUrl = slack.ApiAddress,
            }
        );
        var failed = Assert.Single(findings, finding => finding.Verdict == Verdict.Failed);
        Assert.Contains("users:read", failed.Text.English, StringComparison.Ordinal);
        Assert.Contains("admin", failed.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_that_are_refused_fail_and_are_not_printed()
    {
        await using var slack = await SlackServer.StartAsync();
        var findings = await RunAsync(
            slack,
            new SlackOptions
            {
                Mode = SlackMode.Socket,
                BotToken = "xoxb-wrong",
                AppToken = "xapp-wrong",
                ApiBaseUrl = slack.ApiAddress,
            }
        );
        Assert.Equal(2, findings.Count(finding => finding.Verdict == Verdict.Failed));
        Assert.DoesNotContain(findings, finding => finding.Text.English.Contains("wrong", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_platform_out_of_reach_is_a_finding()
    {
        await using var slack = await SlackServer.StartAsync();
        await slack.CloseAsync();
        var findings = await RunAsync(
            slack,
            new SlackOptions
            {
                BotToken = SlackServer.FirstToken,
                SigningSecret = "short",
                ApiBaseUrl = slack.ApiAddress,
            }
        );
        Assert.Contains(
            findings,
            finding =>
                finding is { Verdict: Verdict.Failed } && finding.Text.English.Contains("cannot be reached", StringComparison.Ordinal)
        );
        Assert.Contains(findings, finding => finding.Verdict == Verdict.Warning);
    }

    private static async Task<IReadOnlyList<Finding>> RunAsync(SlackServer slack, SlackOptions options)
    {
        using var client = new SlackClient(options, TimeProvider.System);
        return await new SlackCheck(options, client, TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);
    }
}
