using System.Globalization;
using System.Net;
using Bot.Tests.Infrastructure;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Intake.Feeds;

[Collection(RunningBotCollection.Name)]
public sealed class FeedScheduleTests
{
    [Fact]
    public async Task A_running_bot_asks_its_feeds_at_once_and_delivers_what_comes()
    {
        await using var server = await FeedServer.StartAsync();
        server.Answers["/a.md"] = context =>
        {
            context.Response.ContentType = "text/markdown; charset=utf-8";
            return context.Response.WriteAsync(Markdown.OfToday());
        };
        using var bench = new Bench();
        bench.Set("Intake:Feeds:0:Url", server.At("/a.md").AbsoluteUri).Set("Intake:Feeds:0:AllowPrivate", "true");
        await using var bot = await RunningBot.StartAsync(bench);
        var today = TimeZoneInfo
            .ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Asia/Tokyo")
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Bench.Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        HttpStatusCode status;
        do
        {
            using var response = await bot.Http.GetAsync(new Uri($"/api/briefings/us-ai/{today}", UriKind.Relative), limit.Token);
            status = response.StatusCode;
        } while (status != HttpStatusCode.OK && await timer.WaitForNextTickAsync(limit.Token));

        Assert.Equal(HttpStatusCode.OK, status);
    }
}
