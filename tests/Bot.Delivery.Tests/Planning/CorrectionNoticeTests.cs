using Bot.Chat.Platforms;
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
            ["<p>news</p>", "<p>one, corrected</p>", "<p>two</p>", "<p>corrected startups</p>"],
            bench.Platform.Log.Select(message => message.Payload)
        );
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
            [
                "<p>news</p>",
                "<p>one, corrected</p>",
                "<p>withdrawn</p>",
                "<p>corrected startups</p>",
                "<p>three</p>",
                "<p>corrected insights outlook</p>",
            ],
            bench.Platform.Log.Select(message => message.Payload)
        );
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
        Assert.Equal(
            "root=Sent startups=Sent outlook=Sent",
            string.Join(' ', (await bench.PostsAsync("X")).Select(post => $"{post.Section}={post.State}"))
        );
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

    [Theory, BothDatabases]
    public async Task A_notice_leads_to_the_posts_that_it_is_about(TestDatabase database)
    {
        await using var bench = NewBench(database, new Addresses());
        await bench.PlanThreadAsync(channels: 2);
        await bench.SendAsync();
        await bench.StoreAsync("root: other news\nstartups: one, corrected\noutlook: two\ninsights: new");
        await bench.PlanAsync();
        await bench.SendAsync();

        foreach (var thread in bench.Platform.Log.Where(message => message.Thread is not null).GroupBy(message => message.Thread))
        {
            var (root, startups) = (bench.Platform.Log.First(message => message.Channel == thread.First().Channel), thread.First());
            // A new section has no address yet.
            Assert.Equal(
                $"<p>corrected root at https://{root.Id}/ startups at https://{thread.Key}/{startups.Id} insights</p>",
                thread.Last().Payload
            );
        }
    }

    [Theory, BothDatabases]
    public async Task A_platform_that_does_not_say_where_its_posts_are_costs_the_links_and_one_question(TestDatabase database)
    {
        var addresses = new Addresses { Fails = true };
        await using var bench = NewBench(database, addresses);
        await bench.PlanThreadAsync(channels: 3);
        await bench.SendAsync();
        await bench.StoreAsync("root: news\nstartups: one, corrected\noutlook: two");
        await bench.PlanAsync();
        await bench.SendAsync();

        Assert.Equal(3, bench.Platform.Log.Count(message => message.Payload == "<p>corrected startups</p>"));
        Assert.Equal(1, addresses.Questions);
    }

    private sealed class Addresses : IPermalinks
    {
        public bool Fails { get; init; }

        public int Questions { get; private set; }

        public PlatformId Platform => new("fake");

        public ValueTask<Uri?> OfRootAsync(ChannelAddress channel, string messageId, CancellationToken cancellationToken)
        {
            Questions++;
            return Fails ? throw new HttpRequestException("away") : new(new Uri($"https://{messageId}"));
        }

        public ValueTask<Uri?> OfReplyAsync(ChannelAddress channel, string rootId, string messageId, CancellationToken cancellationToken) =>
            new(new Uri($"https://{rootId}/{messageId}"));
    }

    private static Bench NewBench(TestDatabase database, IPermalinks? permalinks = null)
    {
        var bench = new Bench(database, permalinks: permalinks);
        bench.Composer.GivesNotice = true;
        return bench;
    }
}
