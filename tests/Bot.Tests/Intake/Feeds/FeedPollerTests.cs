using Bot.Intake;
using Bot.Intake.Feeds;
using Bot.Tests.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Intake.Feeds;

public sealed class FeedPollerTests : IAsyncLifetime
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.Zero));
    private readonly Lines<FeedPoller> log = new();
    private readonly Bench bench;
    private HostServices host = null!;
    private FeedServer server = null!;
    private FeedClient client = null!;
    private FeedPoller poller = null!;
    private string text = Markdown.Of(new DateOnly(2026, 1, 6));
    private int status = 200;

    public FeedPollerTests() => bench = new Bench { Time = time };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await HostServices.OpenAsync(bench);
        server = await FeedServer.StartAsync();
        server.Answers["/a.md"] = async context =>
        {
            var tag = $"\"{text.GetHashCode(StringComparison.Ordinal)}\"";
            context.Response.StatusCode = status == 200 && context.Request.Headers.IfNoneMatch == tag ? 304 : status;
            context.Response.Headers.ETag = tag;
            context.Response.ContentType = "text/markdown";
            if (context.Response.StatusCode == 200)
            {
                await context.Response.WriteAsync(text);
            }
        };
        client = new FeedClient(host.Pipeline.MaxBytes, time);
        poller = new FeedPoller(
            [new FeedOptions { Url = server.At("/a.md?token=canary"), Every = Every, AllowPrivate = true }], client, host.Pipeline, time, log);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        await host.DisposeAsync();
        bench.Dispose();
    }

    [Fact]
    public async Task A_document_is_stored_once_and_asked_for_by_its_tag_afterwards()
    {
        var receipt = await PollAsync();

        Assert.Equal(ReceiptStatus.New, receipt!.Status);
        Assert.Null(await PollAsync());
        Assert.NotEmpty(server.Requests.Last().IfNoneMatch);
        text = text.Replace("900万ドル", "950万ドル", StringComparison.Ordinal);
        Assert.Equal(ReceiptStatus.Revised, (await PollAsync())!.Status);
    }

    [Fact]
    public async Task A_failing_feed_is_asked_less_and_less_often_and_said_once()
    {
        status = 500;
        var asked = new List<int>();
        for (var round = 0; round < 12; round++)
        {
            var before = server.Requests.Count;
            await PollAsync();
            asked.Add(server.Requests.Count - before);
            time.Advance(Every);
        }

        Assert.Equal([1, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0], asked);
        Assert.Single(log.All);
        Assert.Equal(FeedTrouble.BadStatus, Assert.Single(poller.Troubled).Value);
    }

    [Fact]
    public async Task Its_recovery_is_said_and_ends_the_waiting()
    {
        status = 500;
        await PollAsync();
        time.Advance(Every);
        status = 200;

        Assert.NotNull(await PollAsync());
        Assert.Empty(poller.Troubled);
        Assert.Contains(log.All, line => line.Contains("works again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_that_intake_refuses_is_asked_for_again()
    {
        text = "# 日付がない\n";

        Assert.Equal(ReceiptStatus.Refused, (await PollAsync())!.Status);
        time.Advance(Every);
        Assert.Equal(ReceiptStatus.Refused, (await PollAsync())!.Status);
        Assert.Single(log.All);
    }

    [Fact]
    public async Task An_alarm_of_a_feed_that_is_gone_is_ignored()
    {
        Assert.Null(await poller.PollAsync(FeedId.Of(new Uri("https://example.com/gone.md")), Cancellation));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_secret_in_the_address_is_in_no_line_of_the_log()
    {
        await PollAsync();
        status = 500;
        await PollAsync();

        Assert.NotEmpty(log.All);
        Assert.DoesNotContain(log.All, line => line.Contains("canary", StringComparison.Ordinal));
    }

    private Task<Receipt?> PollAsync() => poller.PollAsync(FeedId.Of(server.At("/a.md?token=canary")), Cancellation);
}
