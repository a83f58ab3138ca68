using System.Net;
using Bot.Web.Tests.Infrastructure;

namespace Bot.Web.Tests.Pages;

public sealed class ChannelPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_shows()
    {
        await using var site = await WebSite.StartAsync();
        await site.PostSampleAsync();
        using var browser = site.Browser();
        using var response = await browser.GetAsync(new Uri("/", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
