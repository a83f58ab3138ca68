using System.Collections.Concurrent;
using Bot.Archive.Entities;
using Bot.Delivery.Ledger;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing;
using Bot.Testing.Databases;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Delivery.Tests.Sending;

/// <summary>Senders race for a hundred posts; with BOT_EFFORT=full for a thousand.</summary>
public class RaceTests
{
    private const int Workers = 50;

    private static readonly int Posts = Effort.Of(usual: 100, full: 1000);

    [Theory, BothDatabases]
    public async Task Of_fifty_workers_one_begins_each_post(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync(channels: Posts, lines: "root: news");
        var lease = (await bench.Get<LeaseStore>().TakeAsync("fake:W", "all", TimeSpan.FromMinutes(5), CancellationToken.None))!.Stamp;
        var (posts, deliveries) = (await bench.PostsAsync(), (await bench.DeliveriesAsync()).ToDictionary(delivery => delivery.Id));
        var ledger = bench.Get<SendLedger>();
        var begun = new ConcurrentBag<string>();
        using var start = new Barrier(Workers);

        await MovingAsync(
            bench.Time,
            Task.WhenAll(
                Enumerable
                    .Range(0, Workers)
                    .Select(worker =>
                        Task.Factory.StartNew(
                                async () =>
                                {
                                    start.SignalAndWait(TestContext.Current.CancellationToken);
                                    foreach (var post in posts.OrderBy(post => HashCode.Combine(worker, post.Id)))
                                    {
                                        if (await ledger.BeginAsync(post, deliveries[post.DeliveryId], lease, CancellationToken.None))
                                        {
                                            begun.Add(post.Key);
                                        }
                                    }
                                },
                                CancellationToken.None,
                                TaskCreationOptions.LongRunning,
                                TaskScheduler.Default
                            )
                            .Unwrap()
                    )
            )
        );

        Assert.Equal(Posts, begun.Count);
        Assert.Equal(Posts, begun.Distinct().Count());
        Assert.All(await bench.PostsAsync(), post => Assert.Equal((PostState.Sending, 1), (post.State, post.Attempts)));
    }

    /// <summary>Workers that find the database at its limit retry after a moment of the bench's clock, so it has to move.</summary>
    private static async Task MovingAsync(FakeTimeProvider time, Task work)
    {
        var moment = TimeSpan.FromMilliseconds(50);
        using var ticks = new PeriodicTimer(moment);
        while (!work.IsCompleted)
        {
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            time.Advance(moment);
        }

        await work;
    }

    [Theory, BothDatabases]
    public async Task Of_many_processes_one_sends_with_a_token_and_each_post_goes_out_once(TestDatabase database)
    {
        if (database.Provider == Bot.Archive.Setup.DatabaseProvider.Sqlite)
        {
            Assert.Skip("On SQLite the file's lock lets one process in.");
        }

        var first = new Bench(database);
        var benches = new List<Bench> { first };
        benches.AddRange(Enumerable.Range(0, 4).Select(_ => new Bench(database, like: first)));
        await first.PlanThreadAsync(channels: Posts / 2);

        var taking = Task.WhenAll(benches.Select(bench => Task.Run(() => bench.Sender().RunOnceAsync(default, untilIdle: true))));
        await MovingAsync(first.Time, taking);

        var taken = await taking;
        Assert.Contains(true, taken);
        Assert.Equal(Posts / 2 * 3, first.Platform.Log.Count);
        Assert.Equal(Posts / 2 * 3, first.Platform.Log.Select(message => message.Key).Distinct().Count());
        foreach (var bench in benches)
        {
            await bench.DisposeAsync();
        }
    }
}
