using Bot.Intake;
using Bot.Intake.Feeds;
using Bot.Tests.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Intake.Feeds;

public sealed class FeedPollerTests : IAsyncLifetime
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.Zero));
    private readonly Lines<FeedPoller> _log = new();
    private readonly Bench _bench;
    private HostServices _host = null!;
    private FeedServer _server = null!;
    private FeedClient _client = null!;
    private FeedPoller _poller = null!;
    private string _text = Markdown.Of(new DateOnly(2026, 1, 6));
    private int _status = 200;

    public FeedPollerTests() => _bench = new Bench { Time = _time };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await HostServices.OpenAsync(_bench);
        _server = await FeedServer.StartAsync();
        _server.Answers["/a.md"] = async context =>
        {
            var tag = $"\"{_text.GetHashCode(StringComparison.Ordinal)}\"";
            context.Response.StatusCode = _status == 200 && context.Request.Headers.IfNoneMatch == tag ? 304 : _status;
            context.Response.Headers.ETag = tag;
            context.Response.ContentType = "text/markdown";
            if (context.Response.StatusCode == 200)
            {
                await context.Response.WriteAsync(_text);
            }
        };
        _client = new FeedClient(_host.Pipeline.MaxBytes, _time);
        _poller = new FeedPoller(
            [
                new FeedOptions
                {
                    Url = _server.At("/a.md?token=canary"),
                    Every = Every,
                    AllowPrivate = true,
                },
            ],
            _client,
            _host.Pipeline,
            _time,
            _log
        );
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        await _host.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task A_document_is_stored_once_and_asked_for_by_its_tag_afterwards()
    {
        var receipt = await PollAsync();

        Assert.Equal(ReceiptStatus.New, receipt!.Status);
        Assert.Null(await PollAsync());
        Assert.NotEmpty(_server.Requests.Last().IfNoneMatch);
        _text = _text.Replace("900万ドル", "950万ドル", StringComparison.Ordinal);
        Assert.Equal(ReceiptStatus.Revised, (await PollAsync())!.Status);
    }

    [Fact]
    public async Task A_failing_feed_is_asked_less_and_less_often_and_said_once()
    {
        _status = 500;
        var asked = new List<int>();
        for (var round = 0; round < 12; round++)
        {
            var before = _server.Requests.Count;
            await PollAsync();
            asked.Add(_server.Requests.Count - before);
            _time.Advance(Every);
        }

        Assert.Equal([1, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0], asked);
        Assert.Single(_log.All);
        Assert.Equal(FeedTrouble.BadStatus, Assert.Single(_poller.Troubled).Value);
    }

    [Fact]
    public async Task Its_recovery_is_said_and_ends_the_waiting()
    {
        _status = 500;
        await PollAsync();
        _time.Advance(Every);
        _status = 200;

        Assert.NotNull(await PollAsync());
        Assert.Empty(_poller.Troubled);
        Assert.Contains(_log.All, line => line.Contains("works again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_that_intake_refuses_is_asked_for_again()
    {
        _text = "# 日付がない\n";

        Assert.Equal(ReceiptStatus.Refused, (await PollAsync())!.Status);
        _time.Advance(Every);
        Assert.Equal(ReceiptStatus.Refused, (await PollAsync())!.Status);
        Assert.Single(_log.All);
    }

    [Fact]
    public async Task An_alarm_of_a_feed_that_is_gone_is_ignored()
    {
        Assert.Null(await _poller.PollAsync(FeedId.Of(new Uri("https://example.com/gone.md")), Cancellation));
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task A_secret_in_the_address_is_in_no_line_of_the_log()
    {
        await PollAsync();
        _status = 500;
        await PollAsync();

        Assert.NotEmpty(_log.All);
        Assert.DoesNotContain(_log.All, line => line.Contains("canary", StringComparison.Ordinal));
    }

    private Task<Receipt?> PollAsync() => _poller.PollAsync(FeedId.Of(_server.At("/a.md?token=canary")), Cancellation);
}
