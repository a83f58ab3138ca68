namespace Bot.Web.Tests;

public sealed class WebOptionsCheckTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://127.0.0.1:0;http://[::1]:0")]
    public void Loopback_needs_no_token(string url) => Assert.Empty(WebOptionsCheck.Check(new WebOptions { Url = url }));

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:80")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.0.2.1:5080")]
    [InlineData("http://bot.example:5080")]
    [InlineData("http://localhost.example:5080")]
    [InlineData("http://127.0.0.1:5080;http://0.0.0.0:5081")]
    public void Anything_else_without_a_token_stops_the_start_and_names_the_key_in_both_languages(string url)
    {
        var problem = Assert.Single(WebOptionsCheck.Check(new WebOptions { Url = url }));

        Assert.Equal("Url", problem.Key);
        Assert.Contains("Web:Auth:Tokens", problem.Message.Japanese, StringComparison.Ordinal);
        Assert.Contains("Web:Auth:Tokens", problem.Message.English, StringComparison.Ordinal);
        Assert.Empty(
            WebOptionsCheck.Check(
                new WebOptions
                {
                    Url = url,
                    Auth = new() { Tokens = ["0123456789abcdef"] },
                }
            )
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("5080")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://unix:/tmp/bot.sock")]
    [InlineData("http://")]
    public void An_address_that_is_none_is_named(string url) =>
        Assert.Equal("Url", Assert.Single(WebOptionsCheck.Check(new WebOptions { Url = url })).Key);

    [Theory]
    [InlineData(-1, 1, "Limits:RequestsPerMinute")]
    [InlineData(1_000_001, 1, "Limits:RequestsPerMinute")]
    [InlineData(60, 0, "Limits:Burst")]
    public void A_limit_that_is_none_is_named(int perMinute, int burst, string key) =>
        Assert.Equal(
            key,
            Assert
                .Single(
                    WebOptionsCheck.Check(
                        new WebOptions
                        {
                            Limits = new() { RequestsPerMinute = perMinute, Burst = burst },
                        }
                    )
                )
                .Key
        );

    [Fact]
    public void A_short_token_a_wrong_proxy_and_a_wrong_zone_are_named_and_no_token_is_repeated()
    {
        var options = new WebOptions
        {
            Zone = "Asia/Atlantis",
            Auth = new() { Tokens = ["0123456789abcdef", "hunter2"] },
            ForwardedHeaders = new() { KnownProxies = ["10.0.0.0/8", "::1", "proxy.example"] },
        };

        var problems = WebOptionsCheck.Check(options).ToList();

        Assert.Equal(["Zone", "Auth:Tokens:1", "ForwardedHeaders:KnownProxies:2"], problems.Select(problem => problem.Key));
        Assert.All(
            problems,
            problem => Assert.DoesNotContain("hunter2", problem.Message.Japanese + problem.Message.English, StringComparison.Ordinal)
        );
    }
}
