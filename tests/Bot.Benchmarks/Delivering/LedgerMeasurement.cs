using System.Diagnostics;
using Bot.Archive.Entities;
using Bot.Delivery.Ledger;
using Bot.Delivery.Sending;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks.Delivering;

/// <summary>
/// What the ledger adds to a post: its two commits, before the request leaves and after the answer, one post after the
/// other, beside what the disk takes to keep a few pages; and how many posts a second a sender gets through side by side when the platform
/// costs nothing.
/// Usage: <c>ledger [sqlite|postgres]</c>.
/// </summary>
internal static class LedgerMeasurement
{
    private const int Threads = 200;
    private const string Token = "instant";

    public static async Task<int> RunAsync(string[] args)
    {
        if (DeliveryRig.ProviderOf(args) is not { } provider)
        {
            await Console.Error.WriteLineAsync("usage: ledger [sqlite|postgres]");
            return 2;
        }

        await using (var rig = await DeliveryRig.CreateAsync(provider, Threads))
        {
            await rig.PlanAsync();
            await OneByOneAsync(rig);
        }

        await using (var rig = await DeliveryRig.CreateAsync(provider, Threads))
        {
            await rig.PlanAsync();
            await SideBySideAsync(rig);
        }

        return 0;
    }

    private static async Task OneByOneAsync(DeliveryRig rig)
    {
        await using var context = rig.Database.CreateContext();
        var deliveries = await context.Deliveries.AsNoTracking().ToDictionaryAsync(delivery => delivery.Id);
        var posts = await context.Posts.AsNoTracking().OrderBy(post => post.Id).ToListAsync();
        var ledger = rig.Services.GetRequiredService<SendLedger>();
        var lease = (
            await rig
                .Services.GetRequiredService<LeaseStore>()
                .TakeAsync(Token, "benchmark", TimeSpan.FromMinutes(10), CancellationToken.None)
        )!.Stamp;
        using var pages = new Pages();
        var (times, syncs) = (new List<double>(), new List<double>());
        var busy = TimeSpan.Zero;
        foreach (var (number, post) in posts.Index())
        {
            if (number == posts.Count / 10)
            {
                // The first tenth is the compiler's.
                times.Clear();
                syncs.Clear();
                busy = DeliveryRig.Processor;
            }

            var from = Stopwatch.GetTimestamp();
            await ledger.BeginAsync(post, deliveries[post.DeliveryId], lease, CancellationToken.None);
            var now = TimeProvider.System.GetUtcNow();
            await ledger.RecordAsync(
                post,
                new PostChange(PostState.Sent, now) { MessageId = post.Key, SentAt = now },
                lease,
                CancellationToken.None
            );
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            syncs.Add(pages.Keep());
        }

        busy = DeliveryRig.Processor - busy;
        var measured = times.Count;
        Console.WriteLine(
            FormattableString.Invariant($"{rig.Database}: a post {Spread(times)}, {busy.TotalMilliseconds / measured:F2} ms of processor")
        );
        Console.WriteLine($"One sync of the disk, of which a post on SQLite needs two: {Spread(syncs)}");
    }

    private static string Spread(List<double> times)
    {
        times.Sort();
        return FormattableString.Invariant(
            $"p50 {times[times.Count / 2]:F2} ms, p95 {times[times.Count * 95 / 100]:F2} ms, p99 {times[times.Count * 99 / 100]:F2} ms"
        );
    }

    private static async Task SideBySideAsync(DeliveryRig rig)
    {
        var sender = rig.Services.GetRequiredService<Func<string, TokenSender>>()(Token);
        var busy = DeliveryRig.Processor;
        var watch = Stopwatch.StartNew();
        await sender.RunOnceAsync(default, untilIdle: true);
        Console.WriteLine(
            FormattableString.Invariant(
                $"{rig.Database}: {rig.Platform.Sent} posts side by side, {rig.Platform.Sent / watch.Elapsed.TotalSeconds:F0} a second ({(DeliveryRig.Processor - busy).TotalMilliseconds / rig.Platform.Sent:F2} ms of processor each)"
            )
        );
    }

    /// <summary>
    /// A file beside the database that is written as a journal is: a few pages, then a sync, over and over in the same room.
    /// </summary>
    private sealed class Pages : IDisposable
    {
        private const int Size = 4 * 4096;
        private const int Room = 250 * Size;

        private readonly FileStream _file = new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None,
            0,
            FileOptions.DeleteOnClose
        );

        private readonly byte[] _pages = new byte[Size];

        /// <summary>How long it took, in milliseconds.</summary>
        public double Keep()
        {
            _pages[0]++;
            if (_file.Position >= Room)
            {
                _file.Position = 0;
            }

            var from = Stopwatch.GetTimestamp();
            _file.Write(_pages);
            _file.Flush(flushToDisk: true);
            return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }

        public void Dispose() => _file.Dispose();
    }
}
