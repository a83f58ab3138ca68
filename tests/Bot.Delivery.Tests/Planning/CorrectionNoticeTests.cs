using Bot.Delivery.Operations;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests.Planning;

public sealed class CorrectionNoticeTests
{
    [Theory, BothDatabases]
    public async Task A_thread_that_was_read_is_told_at_its_end_what_was_corrected(TestDatabase database)
    {
        await using var bench = NewBench(database);
        await bench.PlanThreadAsync();
        await bench.SendAsync();

        await bench.StoreAsync("root: news\nstartups: one, corrected\noutlook: two");
        await bench.PlanAsync();
        await bench.PlanAsync();
        await bench.SendAsync();

        Assert.Equal(
            ["<p>news</p>", "<p>one, corrected</p>", "<p>two</p>", "<p>corrected startups</p>"], bench.Platform.Log.Select(message => message.Payload));
        Assert.Equal("t1", bench.Platform.Log[3].Thread);
        Assert.Equal([1], bench.Composer.Compared);
    }

    [Theory, BothDatabases]
    public async Task A_later_correction_has_a_notice_of_its_own_and_leaves_the_first(TestDatabase database)
    {
        await using var bench = NewBench(database);
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        await bench.StoreAsync("root: news\nstartups: one, corrected\noutlook: two");
        await bench.PlanAsync();
        await bench.SendAsync();

        await bench.StoreAsync("root: news\nstartups: one, corrected\ninsights: three");
        await bench.PlanAsync();
        await bench.SendAsync();

        Assert.Equal(
            ["<p>news</p>", "<p>one, corrected</p>", "<p>withdrawn</p>", "<p>corrected startups</p>", "<p>three</p>", "<p>corrected insights outlook</p>"],
            bench.Platform.Log.Select(message => message.Payload));
        Assert.Equal([1, 2], bench.Composer.Compared);
    }

    [Theory, BothDatabases]
    public async Task A_thread_that_nobody_has_seen_and_a_channel_that_joined_later_are_told_nothing(TestDatabase database)
    {
        await using var bench = NewBench(database);
        await bench.PlanThreadAsync();
        await bench.StoreAsync("root: news\nstartups: one, corrected\noutlook: two");
        await bench.SubscribeAsync(1, "X");
        await bench.PlanAsync();
        await bench.SendAsync();
        await bench.SendAsync("X");

        Assert.DoesNotContain(bench.Platform.Log, message => message.Payload.StartsWith("<p>corrected", StringComparison.Ordinal));
        Assert.Equal("root=Sent startups=Sent outlook=Sent", string.Join(' ', (await bench.PostsAsync("X")).Select(post => $"{post.Section}={post.State}")));
    }

    [Theory, BothDatabases]
    public async Task A_recall_takes_the_notices_down_too(TestDatabase database)
    {
        await using var bench = NewBench(database);
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        await bench.StoreAsync("root: news\nstartups: one, corrected\noutlook: two");
        await bench.PlanAsync();
        await bench.SendAsync();

        await bench.Get<DeliveryOperations>().RecallAsync((await bench.DeliveriesAsync())[0].Id, "ann", CancellationToken.None);
        await bench.SendAsync();

        Assert.Equal(4, bench.Platform.Log.Count);
        Assert.All(bench.Platform.Log, message => Assert.True(message.Deleted));
    }

    private static Bench NewBench(TestDatabase database)
    {
        var bench = new Bench(database);
        bench.Composer.GivesNotice = true;
        return bench;
    }
}
