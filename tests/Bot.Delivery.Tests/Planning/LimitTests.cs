using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Planning;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests.Planning;

/// <summary>How many posts a briefing may make, and which workspaces get it.</summary>
public class LimitTests
{
    private static readonly Series Limited = new(Bench.Series, "US AI", TimeZoneInfo.Utc) { Workspaces = ["fake:W"] };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task H21_More_posts_than_anybody_reads_wait_for_a_person(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.SubscribeAsync(2);
        await bench.StoreAsync(Lines(51));
        var planner = bench.Get<DeliveryPlanner>();

        var held = await bench.PlanAsync();

        Assert.Equal((PlanStatus.Held, 51), (held.Status, held.Posts));
        Assert.True(await IsHeldAsync(database));
        Assert.Empty(await bench.DeliveriesAsync());

        await ReleaseAsync(database);
        Assert.Equal(2, (await planner.PlanConfirmedAsync(new BriefingKey(Bench.Series, Bench.Date), Cancel)).Created);
        // A briefing that a person released is not held again, neither for a new channel nor for a correction.
        await bench.SubscribeAsync(1, "V");
        Assert.Equal(1, (await bench.PlanAsync()).Created);
        await bench.StoreAsync(Lines(52));
        Assert.Equal(PlanStatus.Planned, (await bench.PlanAsync()).Status);
    }

    [Theory, BothDatabases]
    public async Task H21_A_revision_that_grows_beyond_it_waits_too(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.SubscribeAsync();
        await bench.StoreAsync(Lines(50));
        Assert.Equal(1, (await bench.PlanAsync()).Created);
        await bench.StoreAsync(Lines(300));

        Assert.Equal(300, (await bench.PlanAsync()).Posts);
        Assert.Equal(50, (await bench.PostsAsync()).Count);
    }

    [Theory, BothDatabases]
    public async Task H21_A_preview_counts_posts_before_they_are_planned_and_after(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.SubscribeAsync(2);
        var planner = bench.Get<DeliveryPlanner>();

        Assert.Equal(
            [4, 4],
            (await planner.PreviewAsync(new BriefingKey(Bench.Series, Bench.Date), [], Lines(4), isWanted: false, Cancel)).Select(
                delivery => delivery.Posts
            )
        );
        await bench.StoreAsync(Lines(4));
        await bench.PlanAsync();
        Assert.Equal(
            [4, 4],
            (await planner.PreviewAsync(new BriefingKey(Bench.Series, Bench.Date), [], null, isWanted: false, Cancel)).Select(delivery =>
                delivery.Posts
            )
        );
    }

    [Theory]
    [InlineData(1, 500)]
    [InlineData(10, 500)]
    [InlineData(50, 100)]
    [InlineData(3000, 1)]
    [InlineData(100_000, 1)]
    public void H21_However_long_the_threads_a_transaction_stays_short(int posts, int deliveries) =>
        Assert.Equal(deliveries, PlanLedger.ChunkOf(posts));

    [Theory, BothDatabases]
    public async Task H29_A_series_goes_to_no_workspace_that_may_not_ask_about_it(TestDatabase database)
    {
        await using var bench = new Bench(database, series: [Limited]);
        await bench.SubscribeAsync();
        await bench.SubscribeAsync(1, "V");
        await bench.StoreAsync("root: news");

        Assert.Equal(1, (await bench.PlanAsync()).Created);
        Assert.Equal(
            "W",
            Assert
                .Single(
                    await bench
                        .Get<DeliveryPlanner>()
                        .PreviewAsync(new BriefingKey(Bench.Series, Bench.Date), [], null, isWanted: false, Cancel)
                )
                .Workspace
        );
        Assert.Equal("W", Assert.Single(await bench.DeliveriesAsync()).Workspace);
    }

    [Theory, BothDatabases]
    public async Task H29_Narrowing_a_series_stops_what_is_planned_and_says_so_once(TestDatabase database)
    {
        await using (var open = new Bench(database))
        {
            await open.SubscribeAsync();
            await open.SubscribeAsync(2, "V");
            await open.StoreAsync("root: news\nstartups: one");
            await open.PlanAsync();
        }

        await using var bench = new Bench(database, series: [Limited]);
        await bench.SendAsync("V");
        await bench.SendAsync();

        Assert.All(
            await bench.PostsAsync("V"),
            post => Assert.Equal((PostState.Cancelled, Reasons.SeriesClosed), (post.State, post.Reason))
        );
        Assert.All(await bench.PostsAsync("W"), post => Assert.Equal(PostState.Sent, post.State));
        Assert.All(bench.Alerts.All, alert => Assert.Equal((Reasons.SeriesClosed, "series:us-ai fake:V"), (alert.Reason, alert.Subject)));
        Assert.NotEmpty(bench.Alerts.All);
    }

    private static string Lines(int posts) =>
        string.Join('\n', Enumerable.Range(0, posts).Select(number => number == 0 ? "root: news" : $"s{number}: text {number}"));

    private static async Task<bool> IsHeldAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        return await context.Briefings.Select(briefing => briefing.IsHeld).SingleAsync(Cancel);
    }

    private static async Task ReleaseAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        await context.Briefings.ExecuteUpdateAsync(set => set.SetProperty(briefing => briefing.IsHeld, false), Cancel);
    }
}
