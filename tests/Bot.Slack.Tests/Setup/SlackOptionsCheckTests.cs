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
        Assert.Equal(
            "AppToken",
            Assert.Single(SlackOptionsCheck.Check(new SlackOptions { BotToken = "xoxb-1", Mode = SlackMode.Socket })).Key
        );
        Assert.Empty(SlackOptionsCheck.Check(new SlackOptions { BotToken = "xoxb-1", SigningSecret = "s" }));
        Assert.Empty(
            SlackOptionsCheck.Check(
                new SlackOptions
                {
                    BotToken = "xoxb-1",
                    Mode = SlackMode.Socket,
                    AppToken = "xapp-1",
                }
            )
        );
    }

    [Theory]
    [InlineData("AI-")]
    [InlineData("a i")]
    [InlineData("a-prefix-too-long")]
    public void A_prefix_that_Slack_would_refuse_is_told(string prefix) =>
        Assert.Equal("CommandPrefix", Assert.Single(SlackOptionsCheck.Check(new SlackOptions { CommandPrefix = prefix })).Key);

    [Theory]
    [InlineData("")]
    [InlineData("ai-")]
    public void A_prefix_of_small_letters_will_do(string prefix) =>
        Assert.Empty(SlackOptionsCheck.Check(new SlackOptions { CommandPrefix = prefix }));

    [Theory]
    [InlineData("xoxe.xoxb-1-rotating")]
    [InlineData("xoxe-1-rotating")]
    public void H14_A_rotating_token_is_refused_with_what_to_do(string token)
    {
        var problem = Assert.Single(SlackOptionsCheck.Check(new SlackOptions { BotToken = token, SigningSecret = "s" }));

        Assert.Equal("BotToken", problem.Key);
        Assert.Contains("xoxb-", problem.Message.English, StringComparison.Ordinal);
        Assert.Contains("xoxb-", problem.Message.Japanese, StringComparison.Ordinal);
        Assert.DoesNotContain("rotating\"", problem.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void H14_A_line_end_behind_a_secret_is_no_part_of_it()
    {
        var options = new SlackOptions
        {
            BotToken = "xoxb-1-test\n",
            AppToken = " xapp-1-test\r\n",
            SigningSecret = "0123456789abcdef0123456789abcdef\n",
            PreviousSigningSecret = "\tfedcba\n",
            ClientId = "1.2\n",
            ClientSecret = "s3\n",
        };

        Assert.Empty(SlackOptionsCheck.Check(options));
        Assert.Equal(
            ("xoxb-1-test", "xapp-1-test", "0123456789abcdef0123456789abcdef", "fedcba", "1.2", "s3"),
            (
                options.BotToken,
                options.AppToken,
                options.SigningSecret,
                options.PreviousSigningSecret,
                options.ClientId,
                options.ClientSecret
            )
        );
    }

    [Fact]
    public void H14_A_character_that_no_secret_has_is_named_with_its_place()
    {
        var problem = Assert.Single(SlackOptionsCheck.Check(new SlackOptions { BotToken = "xoxb-1\u2013secretpart", SigningSecret = "s" }));

        Assert.Equal("BotToken", problem.Key);
        Assert.Contains("U+2013, character 7", problem.Message.English, StringComparison.Ordinal);
        Assert.Contains("U+2013", problem.Message.Japanese, StringComparison.Ordinal);
        Assert.DoesNotContain("secretpart", problem.Message.English + problem.Message.Japanese, StringComparison.Ordinal);
        Assert.Equal(
            "SigningSecret",
            Assert.Single(SlackOptionsCheck.Check(new SlackOptions { BotToken = "xoxb-1", SigningSecret = "ab c" })).Key
        );
    }

    [Theory]
    [InlineData("https://slack.com/api/", true)]
    [InlineData("http://127.0.0.1:9000/api/", true)]
    [InlineData("http://slack.com/api/", false)]
    [InlineData("https://slack.com/api", false)]
    [InlineData("ftp://slack.com/api/", false)]
    [InlineData("api/", false)]
    public void The_api_is_reached_by_https_or_on_this_machine(string address, bool isRight) =>
        Assert.Equal(
            isRight,
            !SlackOptionsCheck.Check(new SlackOptions { ApiBaseUrl = new Uri(address, UriKind.RelativeOrAbsolute) }).Any()
        );

    [Fact]
    public void A_problem_never_shows_a_secret()
    {
        var problems = SlackOptionsCheck
            .Check(
                new SlackOptions
                {
                    BotToken = "canary-1",
                    AppToken = "canary-2",
                    ClientSecret = "canary-3",
                    SigningSecret = "canary-4",
                    ChannelBurst = 0,
                }
            )
            .ToList();

        Assert.Equal(
            ["AppToken", "BotToken", "ChannelBurst", "ClientId"],
            problems.Select(problem => problem.Key).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(
            problems,
            problem => (problem.Message.English + problem.Message.Japanese).Contains("canary", StringComparison.Ordinal)
        );
    }
}
