using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests.Ledger;

public class PostTransitionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [BothDatabases(1)]
    [BothDatabases(2)]
    [BothDatabases(3)]
    public async Task A_loaded_row_follows_what_is_written_through_any_life(TestDatabase database, int seed)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync(lines: "root: news");
        var lease = (await bench.Get<LeaseStore>().TakeAsync("fake:W", "one", TimeSpan.FromHours(1), Cancel))!.Stamp;
        var ledger = bench.Get<SendLedger>();
        var (post, delivery) = ((await bench.PostsAsync())[0], (await bench.DeliveriesAsync())[0]);
        var random = new Random(seed);
        for (var step = 0; step < 60; step++)
        {
            Assert.True(
                post.State switch
                {
                    PostState.Planned when random.Next(4) > 0 => await ledger.BeginAsync(post, delivery, lease, Cancel),
                    PostState.Planned => await ledger.DoubtAsync(post, Reasons.Verifying, lease, bench.Now),
                    PostState.Sending when random.Next(4) == 0 => await ledger.DoubtAsync(post, Reasons.Interrupted, lease, bench.Now),
                    _ => (await ledger.RecordAsync(post, Any(random, bench.Now), lease, Cancel)).Written,
                }
            );

            Assert.Equal(PostValues.Of((await bench.PostsAsync())[0]), PostValues.Of(post));
            bench.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(await ledger.DropAsync((await BackAsync(bench, post, lease)), PostState.Cancelled, Reasons.Skipped));
        Assert.Equal(PostState.Cancelled, (await bench.PostsAsync())[0].State);
    }

    [Theory, BothDatabases]
    public async Task What_ends_the_rest_of_a_thread_ends_it_in_both(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        var lease = (await bench.Get<LeaseStore>().TakeAsync("fake:W", "one", TimeSpan.FromHours(1), Cancel))!.Stamp;
        var thread = (await bench.Get<DueDeliveries>().LoadAsync((await bench.DeliveriesAsync())[0].Id, Cancel))!;
        var change = new PostChange(PostState.Failed, bench.Now)
        {
            Reason = Reasons.ThreadLocked,
            CancelRest = Reasons.ThreadLocked,
            ThreadId = "t9",
        };

        Assert.True(await bench.Get<SendLedger>().BeginAsync(thread.Posts[0], thread.Delivery, lease, Cancel));
        Assert.True((await bench.Get<SendLedger>().RecordAsync(thread.Posts[0], change, lease, Cancel)).Written);
        PostTransitions.Follow(thread, change);

        Assert.Equal((await bench.PostsAsync()).Select(PostValues.Of), thread.Posts.Select(PostValues.Of));
        Assert.Equal((await bench.DeliveriesAsync())[0].ThreadId, thread.Delivery.ThreadId);
    }

    private static PostChange Any(Random random, DateTimeOffset now) =>
        new(random.Next(2) == 0 ? PostState.Planned : PostState.Uncertain, now.AddSeconds(-random.Next(100)))
        {
            Reason = random.Next(2) == 0 ? null : Reasons.Waiting,
            Detail = random.Next(2) == 0 ? null : $"{random.Next()}",
            MessageId = random.Next(2) == 0 ? null : $"m{random.Next()}",
            SentAt = random.Next(2) == 0 ? null : now,
            CountsRetry = random.Next(2) == 0,
            CountsLook = random.Next(2) == 0,
            CountsAbsence = random.Next(2) == 0,
        };

    private static async Task<Post> BackAsync(Bench bench, Post post, LeaseStamp lease)
    {
        var ledger = bench.Get<SendLedger>();
        if (post.State == PostState.Planned)
        {
            return post;
        }

        Assert.True((await ledger.RecordAsync(post, new PostChange(PostState.Planned, bench.Now), lease, Cancel)).Written);
        return post;
    }
}
