using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Bot.Intake;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Serving;

[Collection(OneHostCollection.Name)]
public sealed class MetricsTests : IDisposable
{
    private const string Token = "91b7aa48365f2c9a7be1d0";

    private readonly Bench _bench = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task What_was_delivered_is_counted_by_platform_state_and_reason()
    {
        _bench.Set("Intake:Inbox", "inbox");
        Directory.CreateDirectory(Path.Combine(_bench.Folder, "inbox"));
        await using var bot = await RunningBot.StartAsync(_bench);
        await bot
            .Services.GetRequiredService<IntakePipeline>()
            .TakeAsync(new IntakeRequest("a.md", Encoding.UTF8.GetBytes(Markdown.OfToday()), Origins.CommandLine), Cancel);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        deadline.CancelAfter(Bench.Patience);

        string metrics;
        do
        {
            await Task.Delay(100, deadline.Token);
            metrics = await bot.Http.GetStringAsync("/metrics", deadline.Token);
        } while (
            !metrics.Contains("http_server_request_duration_seconds_bucket", StringComparison.Ordinal)
            || !metrics.Contains("bot_delivery_thread_duration_seconds_count", StringComparison.Ordinal)
            || !metrics.Contains("bot_archive_newest_age_seconds{", StringComparison.Ordinal)
            || !metrics
                .Split('\n')
                .Any(line =>
                    line.StartsWith("bot_delivery_posts_total{", StringComparison.Ordinal)
                    && line.Contains("state=\"sent\"", StringComparison.Ordinal)
                    && line.Contains("platform=\"web\"", StringComparison.Ordinal)
                    && line.Contains("reason=\"none\"", StringComparison.Ordinal)
                )
        );

        Assert.Contains("bot_delivery_planned", metrics, StringComparison.Ordinal);
        Assert.Contains("bot_delivery_leases{", metrics, StringComparison.Ordinal);
        Assert.Contains("bot_delivery_oldest_due_age_seconds{", metrics, StringComparison.Ordinal);
        Assert.Contains("dotnet_gc_collections", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_tokens_configured_they_are_not_shown_without_one()
    {
        _bench.Set("Web:Auth:Tokens:0", Token).Set("Intake:Inbox", "inbox");
        Directory.CreateDirectory(Path.Combine(_bench.Folder, "inbox"));
        await using var bot = await RunningBot.StartAsync(_bench);

        using var refused = await bot.Http.GetAsync("/metrics", Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var shown = await bot.Http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Contains("target_info", await shown.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }
}
