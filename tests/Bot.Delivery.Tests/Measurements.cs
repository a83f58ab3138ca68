using System.Diagnostics;
using Bot.Archive.Ledger;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests;

/// <summary>Figures, run by hand: <c>-explicit only</c>.</summary>
public class Measurements
{
    [Theory(Explicit = true), BothDatabases]
    public async Task Planning_ten_thousand_subscriptions(TestDatabase database)
    {
        await using var bench = new Bench(database);
        for (var workspace = 0; workspace < 20; workspace++)
        {
            await bench.SubscribeAsync(500, $"W{workspace}");
        }

        await bench.StoreAsync("root: news\n" + string.Join('\n', Enumerable.Range(1, 8).Select(section => $"s{section}: {new string('x', 2000)}{section}")));
        using var process = Process.GetCurrentProcess();
        var busy = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var result = await bench.PlanAsync();
        watch.Stop();
        process.Refresh();
        TestContext.Current.SendDiagnosticMessage($"{database}: {result.Created} deliveries in {watch.Elapsed.TotalSeconds:0.0} s ({(process.TotalProcessorTime - busy).TotalSeconds:0.0} s of processor), peak {process.PeakWorkingSet64 >> 20} MB");
        Assert.Equal(10_000, result.Created);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10) && process.PeakWorkingSet64 < 400 << 20);
    }

    [Theory(Explicit = true), BothDatabases]
    public async Task Ledger_overhead_per_post(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync(channels: 200);
        var (posts, deliveries) = (await bench.PostsAsync(), (await bench.DeliveriesAsync()).ToDictionary(delivery => delivery.Id));
        var lease = (await bench.Get<LeaseStore>().TakeAsync("fake:W", "me", TimeSpan.FromMinutes(5), CancellationToken.None))!.Value;
        var ledger = bench.Get<SendLedger>();
        var times = new List<double>();
        foreach (var post in posts)
        {
            var from = Stopwatch.GetTimestamp();
            Assert.True(await ledger.BeginAsync(post, deliveries[post.DeliveryId], lease, CancellationToken.None));
            await ledger.RecordAsync(
                post, Bot.Archive.Entities.PostState.Sending,
                new PostChange(Bot.Archive.Entities.PostState.Sent, bench.Now) { MessageId = post.Key }, lease, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        times.Sort();
        var watch = Stopwatch.StartNew();
        await using var many = new Bench(database, like: bench);
        await many.SubscribeAsync(600, "V");
        await many.PlanAsync();
        var planned = watch.Elapsed;
        await many.SendAsync("V");
        TestContext.Current.SendDiagnosticMessage(
            $"{database}: per post p50 {times[times.Count / 2]:0.00} ms, p95 {times[times.Count * 95 / 100]:0.00} ms; 1,800 posts sent side by side in {(watch.Elapsed - planned).TotalSeconds:0.0} s");
        Assert.Equal(1800, bench.Platform.Log.Count(message => message.Channel.Workspace == "V"));
    }
}
