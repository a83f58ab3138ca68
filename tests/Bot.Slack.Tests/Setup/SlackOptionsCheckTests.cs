using Bot.Slack.Setup;

namespace Bot.Slack.Tests.Setup;

public sealed class SlackOptionsCheckTests
{
    [Fact]
    public void Nothing_configured_is_off_and_right()
    {
        Assert.False(new SlackOptions().IsOn);
        Assert.Empty(SlackOptionsCheck.Check(new SlackOptions()));
    }

    [Fact]
    public void F10_A_token_over_http_needs_the_signing_secret_and_over_sockets_the_app_token()
    {
        Assert.Equal("SigningSecret", Assert.Single(SlackOptionsCheck.Check(new SlackOptions { BotToken = "xoxb-1" })).Key);
        Assert.Equal("AppToken", Assert.Single(SlackOptionsCheck.Check(new SlackOptions { BotToken = "xoxb-1", Mode = SlackMode.Socket })).Key);
        Assert.Empty(SlackOptionsCheck.Check(new SlackOptions { BotToken = "xoxb-1", SigningSecret = "s" }));
        Assert.Empty(SlackOptionsCheck.Check(new SlackOptions { BotToken = "xoxe.xoxb-1", Mode = SlackMode.Socket, AppToken = "xapp-1" }));
    }

    [Theory]
    [InlineData("https://slack.com/api/", true)]
    [InlineData("http://127.0.0.1:9000/api/", true)]
    [InlineData("http://slack.com/api/", false)]
    [InlineData("https://slack.com/api", false)]
    [InlineData("ftp://slack.com/api/", false)]
    [InlineData("api/", false)]
    public void The_api_is_reached_by_https_or_on_this_machine(string address, bool isRight) =>
        Assert.Equal(isRight, !SlackOptionsCheck.Check(new SlackOptions { ApiBaseUrl = new Uri(address, UriKind.RelativeOrAbsolute) }).Any());

    [Fact]
    public void A_problem_never_shows_a_secret()
    {
        var problems = SlackOptionsCheck.Check(new SlackOptions { BotToken = "canary-1", AppToken = "canary-2", ClientSecret = "canary-3", SigningSecret = "canary-4", ChannelBurst = 0 }).ToList();

        Assert.Equal(["AppToken", "BotToken", "ChannelBurst", "ClientId"], problems.Select(problem => problem.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(problems, problem => (problem.Message.English + problem.Message.Japanese).Contains("canary", StringComparison.Ordinal));
    }
}
