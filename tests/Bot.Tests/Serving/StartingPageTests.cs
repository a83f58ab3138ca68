using System.Net;
using Bot.Serving;

namespace Bot.Tests.Serving;

public sealed class StartingPageTests
{
    private const string Reason = "waiting for machine:1:abcdef";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_waits_at_the_start_lives_and_is_not_ready()
    {
        await using var page = await StartingPage.StartAsync("http://127.0.0.1:0", Reason, Cancel);
        using var http = new HttpClient { BaseAddress = page!.Address };

        using var live = await http.GetAsync(new Uri("/health/live", UriKind.Relative), Cancel);
        using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
        using var posted = await http.PostAsync(new Uri("/slack/commands", UriKind.Relative), new StringContent("text=x"), Cancel);

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains(Reason, await ready.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, posted.StatusCode);
        Assert.NotNull(posted.Headers.RetryAfter);
        Assert.DoesNotContain("machine", await posted.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_address_is_in_use_it_stays_away()
    {
        await using var page = await StartingPage.StartAsync("http://127.0.0.1:0", Reason, Cancel);

        Assert.Null(await StartingPage.StartAsync(page!.Address.ToString(), Reason, Cancel));
    }
}
