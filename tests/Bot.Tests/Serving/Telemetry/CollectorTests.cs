using Bot.Serving.Telemetry;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Bot.Tests.Serving.Telemetry;

[Collection(OneHostCollection.Name)]
public sealed class CollectorTests : IDisposable
{
    private readonly Bench _bench = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_collector_gets_traces_and_metrics_and_never_the_exporters_own_requests()
    {
        using var collector = new RawCollector();
        _bench
            .Set("Telemetry:Otlp:Endpoint", collector.Address)
            .Set("Telemetry:Otlp:Protocol", "Http")
            .Set("Telemetry:Otlp:Headers:x-team", "news desk");
        await using (var bot = await RunningBot.StartAsync(_bench))
        {
            await bot.Http.GetStringAsync("/", Cancel);
            Assert.True(bot.Services.GetRequiredService<TracerProvider>().ForceFlush());
            // Also of the exporter that waits to be scraped, which has nothing to flush.
            bot.Services.GetRequiredService<MeterProvider>().ForceFlush();
            // What the first exports did would be in the second ones.
            Assert.True(bot.Services.GetRequiredService<TracerProvider>().ForceFlush());
        }

        Assert.Contains(
            collector.Taken,
            sent => sent.Path == "/v1/traces" && sent.Body.Contains("Microsoft.AspNetCore", StringComparison.Ordinal)
        );
        Assert.Contains(
            collector.Taken,
            sent =>
                sent.Path == "/v1/metrics"
                && sent.Body.Contains("bot.platform", StringComparison.Ordinal)
                    | sent.Body.Contains("bot.delivery", StringComparison.Ordinal)
        );
        Assert.All(collector.Taken, sent => Assert.Equal("news desk", sent.Team));
        Assert.DoesNotContain(collector.Taken, sent => sent.Body.Contains("/v1/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_collector_that_is_not_there_costs_one_line()
    {
        using var log = new EveryLine();
        _bench.Compose = services => services.AddSingleton<ILoggerProvider>(log);
        var spans = Spans.Of(_bench);
        await using (var bot = await RunningBot.StartAsync(_bench))
        {
            for (var i = 0; i < 3; i++)
            {
                await bot.Http.GetStringAsync("/", Cancel);
                bot.Services.GetRequiredService<TracerProvider>().ForceFlush();
                bot.Services.GetRequiredService<MeterProvider>().ForceFlush();
            }

            await spans.UntilAsync(all => all.Count > 0, Cancel);
        }

        Assert.Single(log.All.Split('\n'), line => line.Contains("does not take traces", StringComparison.Ordinal));
    }

    [Fact]
    public void The_next_outage_is_told_again()
    {
        var (time, lines) = (new FakeTimeProvider(), new Lines<CollectorWatch>());
        using var watch = new CollectorWatch(new Uri("https://user:canary@collector.example:4317/canary"), time, lines);

        watch.Failed("FailedToReachCollector");
        time.Advance(CollectorWatch.Quiet);
        watch.Failed("FailedToReachCollector");
        Assert.Single(lines.All);
        time.Advance(CollectorWatch.Quiet + TimeSpan.FromSeconds(1));
        watch.Failed("FailedToReachCollector");

        Assert.Equal(2, lines.All.Count);
        Assert.DoesNotContain("canary", string.Join('\n', lines.All), StringComparison.Ordinal);
    }
}
