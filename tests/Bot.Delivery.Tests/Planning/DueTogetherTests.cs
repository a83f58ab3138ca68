using Bot.Archive.Entities;
using Bot.Delivery.Ledger;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static Bot.Delivery.Tests.Planning.ScheduledBench;

namespace Bot.Delivery.Tests.Planning;

/// <summary>Several issues of one channel that are due. The bench's clock starts on 6 January at 15:00 in Tokyo.</summary>
public sealed class DueTogetherTests
{
    private const string Eight = """{"at":"08:00"}""";

    private static readonly DateOnly Tomorrow = Bench.Date.AddDays(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Issues_that_are_due_together_go_out_in_the_order_of_their_dates(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, """{"at":"08:00","weekdays":["mon"]}""", channels: 3);
        // The newest arrives first.
        foreach (var day in new[] { 12, 10, 11 })
        {
            await StoreAndPlanAsync(bench, new DateOnly(2026, 1, day));
        }

        await bench.AtAsync(Tokyos("2026-01-12 08:00:00"));

        var days = (await bench.DeliveriesAsync()).ToDictionary(delivery => delivery.Id, delivery => delivery.Date);
        var dates = (await bench.PostsAsync()).ToDictionary(post => post.Key, post => days[post.DeliveryId].Day);
        foreach (var channel in bench.Platform.Log.GroupBy(sent => sent.Channel))
        {
            Assert.Equal([10, 11, 12], channel.Where(sent => sent.Thread is null).Select(sent => dates[sent.Key]));
        }

        Assert.Equal(18, bench.Platform.Log.Count);
    }

    [Theory, BothDatabases]
    public async Task An_issue_that_waits_its_turn_asks_for_no_sender(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, Eight);
        await StoreAndPlanAsync(bench, Tomorrow);
        await StoreAndPlanAsync(bench, Tomorrow.AddDays(1));
        var (due, at) = (bench.Get<DueDeliveries>(), Tokyos("2026-01-08 08:00:00"));
        Assert.Single(await due.TokensAsync(at, Cancel));

        await using (var context = database.CreateContext())
        {
            var first = (await bench.DeliveriesAsync())[0].Id;
            await context
                .Deliveries.Where(delivery => delivery.Id == first)
                .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.NextAt, at.AddMinutes(15)), Cancel);
        }

        Assert.Empty(await due.TokensAsync(at, Cancel));
        Assert.Single(await due.TokensAsync(at.AddMinutes(15), Cancel));
    }

    [Theory, BothDatabases]
    public async Task A_root_that_a_person_must_decide_holds_back_no_later_issue(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, Eight);
        await StoreAndPlanAsync(bench, Tomorrow);
        await StoreAndPlanAsync(bench, Tomorrow.AddDays(1));
        await using (var context = database.CreateContext())
        {
            var first = (await bench.DeliveriesAsync())[0].Id;
            await context
                .Posts.Where(post => post.DeliveryId == first && post.Ordinal == 0)
                .ExecuteUpdateAsync(set => set.SetProperty(post => post.State, PostState.Parked), Cancel);
        }

        await bench.AtAsync(Tokyos("2026-01-08 08:00:00"));

        Assert.Equal("2026-01-08 Sent", (await RootsAsync(bench))[1]);
    }
}
