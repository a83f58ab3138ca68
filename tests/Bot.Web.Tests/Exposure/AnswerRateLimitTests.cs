using System.Net;
using System.Net.Http.Headers;
using Bot.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;

namespace Bot.Web.Tests.Exposure;

public sealed class AnswerRateLimitTests
{
    private const string Token = "a-token-of-the-tests-0001";

    private const string ReadToken = "a-read-token-of-the-tests-02";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_that_asks_too_often_is_told_when_to_come_back_and_another_is_answered()
    {
        await using var site = await WebSite.StartAsync(
            new WebOptions
            {
                Auth = new() { Tokens = [Token], ReadTokens = [ReadToken] },
                Limits = new() { RequestsPerMinute = 1, Burst = 2 },
            },
            more: Briefing
        );
        using var program = new HttpClient { BaseAddress = site.Address };
        program.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        const string Path = "/api/briefings/us-ai/2026-01-06";

        // Who has no token spends nobody's allowance.
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, Path));
        }

        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ReadToken);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, Path));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, Path));
        using var refused = await program.GetAsync(Path, Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Contains("urn:briefing-bot:too-often", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(program, "/mcp"));
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, Path));
        // Pages have no limit.
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, "/"));
        }
    }

    [Fact]
    public async Task Without_a_limit_nobody_is_refused()
    {
        await using var site = await WebSite.StartAsync(
            new WebOptions
            {
                Limits = new() { RequestsPerMinute = 0, Burst = 1 },
            },
            more: Briefing
        );
        using var program = new HttpClient { BaseAddress = site.Address };

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, "/api/briefings/us-ai/2026-01-06"));
        }
    }

    private static void Briefing(WebApplication app) => app.MapGet("/api/briefings/{series}/{date}", () => "{}");

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return response.StatusCode;
    }
}
