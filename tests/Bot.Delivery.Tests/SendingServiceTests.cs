using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Sending;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests;

public class SendingServiceTests
{
    [Theory, BothDatabases]
    public async Task A_running_service_sends_what_is_planned_and_gives_its_leases_back(TestDatabase database)
    {
        await using var bench = new Bench(database);
        var service = bench.Get<SendingService>();
        await service.StartAsync(TestContext.Current.CancellationToken);

        await bench.PlanThreadAsync(channels: 3);
        await bench.UntilAsync(() => bench.Platform.Log.Count == 9);
        await service.StopAsync(TestContext.Current.CancellationToken);

        Assert.All(await bench.PostsAsync(), post => Assert.Equal(PostState.Sent, post.State));
        await using var context = database.CreateContext();
        Assert.All(context.Leases.ToList(), lease => Assert.Equal(DateTimeOffset.MinValue, lease.ExpiresAt));
    }

    [Theory, BothDatabases]
    public async Task A_token_with_nothing_due_gives_its_lease_back_and_takes_it_again(TestDatabase database)
    {
        await using var bench = new Bench(database);
        var service = bench.Get<SendingService>();
        await service.StartAsync(TestContext.Current.CancellationToken);

        await bench.PlanThreadAsync(channels: 2);
        await bench.UntilAsync(() => bench.Platform.Log.Count == 6);
        await bench.UntilAsync(() => Live(database) == 0);
        await bench.SubscribeAsync(channels: 1, workspace: "later");
        await bench.StoreAsync("root: other news");
        await bench.PlanAsync();
        await bench.UntilAsync(() => bench.Platform.Log.Count == 7);
        await service.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(7, bench.Platform.Log.Select(message => message.Key).Distinct().Count());
    }

    [Theory, BothDatabases]
    public async Task What_is_paused_keeps_no_lease(TestDatabase database)
    {
        await using var bench = new Bench(database);
        bench.Platform.OnSend = (_, _) => Reaction.Refuse(RejectReason.PermissionMissing);
        var service = bench.Get<SendingService>();
        await service.StartAsync(TestContext.Current.CancellationToken);

        await bench.PlanThreadAsync(channels: 2);
        await bench.UntilAsync(() => bench.Platform.Requests.Count == 2);
        await bench.UntilAsync(() => Live(database) == 0);
        var asked = bench.Platform.Requests.Values.Sum();
        bench.Time.Advance(TimeSpan.FromSeconds(30));
        await service.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, asked);
        Assert.Equal(2, bench.Platform.Requests.Values.Sum());
    }

    [Theory, BothDatabases]
    public async Task A_process_that_stops_hands_its_tokens_over_at_once(TestDatabase database)
    {
        Assert.SkipWhen(database.Provider == Bot.Archive.Setup.DatabaseProvider.Sqlite, "On SQLite the file's lock lets one process in.");
        // However far the clock is moved meanwhile, no lease ends by itself.
        await using var first = new Bench(database, new DeliveryOptions { Jitter = 0, LeaseLength = TimeSpan.FromDays(1) });
        await using var second = new Bench(database, like: first);
        await first.Get<SendingService>().StartAsync(TestContext.Current.CancellationToken);
        await first.PlanThreadAsync(channels: 1);
        await first.UntilAsync(() => first.Platform.Log.Count == 3);
        await second.Get<SendingService>().StartAsync(TestContext.Current.CancellationToken);
        await first.Get<SendingService>().StopAsync(TestContext.Current.CancellationToken);

        await first.SubscribeAsync(channels: 1, workspace: "W2");
        await first.StoreAsync("root: other news");
        await first.PlanAsync();
        await second.UntilAsync(() => second.Platform.Log.Count == 4);
        await second.Get<SendingService>().StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(4, second.Platform.Log.Count);
    }

    [Theory, BothDatabases]
    public async Task What_another_process_writes_is_noticed_by_the_poll(TestDatabase database)
    {
        // Without the sweep, which would notice it as well.
        await using var bench = new Bench(database, new DeliveryOptions { Jitter = 0, Sweep = TimeSpan.FromDays(1) });
        await using var verb = new Bench(database, like: bench);
        var service = bench.Get<SendingService>();
        await service.StartAsync(TestContext.Current.CancellationToken);

        await verb.PlanThreadAsync(lines: "root: news");
        await bench.UntilAsync(() => bench.Platform.Log.Count == 1, tick: TimeSpan.FromMilliseconds(20));
        await service.StopAsync(TestContext.Current.CancellationToken);

        Assert.Single(bench.Platform.Log);
    }

    [Theory, BothDatabases]
    public async Task What_another_process_plans_is_told_and_not_waited_for(TestDatabase database)
    {
        Assert.SkipWhen(database.Provider == Bot.Archive.Setup.DatabaseProvider.Sqlite, "On SQLite there is no other process to tell.");
        await using var bench = new Bench(database, new DeliveryOptions { Jitter = 0, Poll = TimeSpan.FromDays(1) });
        await using var verb = new Bench(database, like: bench);
        var (service, notices) = (bench.Get<SendingService>(), bench.Get<Bot.Delivery.Waking.DueNotices>());
        await notices.StartAsync(TestContext.Current.CancellationToken);
        await notices.Listening.WaitAsync(Bench.Patience, TestContext.Current.CancellationToken);
        await service.StartAsync(TestContext.Current.CancellationToken);
        await bench.PlanThreadAsync(lines: "root: news");
        await bench.UntilAsync(() => bench.Platform.Log.Count == 1);

        await verb.SubscribeAsync(channels: 1, workspace: "W2");
        await verb.PlanAsync();
        var began = bench.Now;
        await bench.UntilAsync(() => bench.Platform.Log.Count == 2, tick: TimeSpan.FromMilliseconds(20));
        await service.StopAsync(TestContext.Current.CancellationToken);
        await notices.StopAsync(TestContext.Current.CancellationToken);

        Assert.True(bench.Now - began < TimeSpan.FromHours(1));
    }

    [Theory, BothDatabases]
    public async Task With_nothing_to_do_it_asks_seldom_and_is_there_when_the_next_is_due(TestDatabase database)
    {
        Assert.SkipWhen(
            database.Provider == Bot.Archive.Setup.DatabaseProvider.Sqlite,
            "On SQLite nobody tells what another process has written."
        );
        await using var bench = new Bench(database, new DeliveryOptions { Jitter = 0, Poll = TimeSpan.FromMinutes(1) });
        await bench.PlanThreadAsync(lines: "root: news");
        var due = bench.Now.AddMinutes(7) + TimeSpan.FromSeconds(10);
        await using (var context = database.CreateContext())
        {
            await context.Deliveries.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.NextAt, due),
                TestContext.Current.CancellationToken
            );
            await context.Posts.ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAt, due), TestContext.Current.CancellationToken);
        }

        var (service, notices) = (bench.Get<SendingService>(), bench.Get<Bot.Delivery.Waking.DueNotices>());
        await notices.StartAsync(TestContext.Current.CancellationToken);
        await notices.Listening.WaitAsync(Bench.Patience, TestContext.Current.CancellationToken);
        Assert.True(notices.IsListening);
        Assert.Equal(due, await bench.Get<DueDeliveries>().NextAfterAsync(bench.Now, TestContext.Current.CancellationToken));
        await service.StartAsync(TestContext.Current.CancellationToken);

        await bench.UntilAsync(() => bench.Platform.Log.Count == 1, tick: TimeSpan.FromSeconds(1));
        await service.StopAsync(TestContext.Current.CancellationToken);
        await notices.StopAsync(TestContext.Current.CancellationToken);

        Assert.True(bench.Now >= due);
        Assert.False(notices.IsListening);
    }

    [Fact]
    public void A_rest_ends_when_the_next_is_due_and_is_never_shorter_than_a_poll_nor_longer_than_five()
    {
        var now = new DateTimeOffset(2026, 1, 6, 8, 0, 0, TimeSpan.Zero);
        foreach (var (next, seconds) in new[] { (0.2, 1), (3, 3), (60, 5) })
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), SendingService.RestOf(now, now.AddSeconds(next), TimeSpan.FromSeconds(1)));
        }

        Assert.Equal(TimeSpan.FromSeconds(5), SendingService.RestOf(now, null, TimeSpan.FromSeconds(1)));
    }

    [Theory, BothDatabases]
    public async Task The_sweep_expires_and_closes_what_nobody_sends(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync(channels: 2);
        bench.Time.Advance(TimeSpan.FromHours(7));

        Assert.Equal(6, await bench.SweepAsync());
        Assert.Equal(0, await bench.SweepAsync());

        Assert.All(await bench.DeliveriesAsync(), delivery => Assert.Equal(DeliveryState.Done, delivery.State));
        await bench.SendAsync();
        Assert.Empty(bench.Platform.Requests);
    }

    [Theory, BothDatabases]
    public async Task What_was_stored_by_somebody_who_died_before_planning_it_is_planned_by_the_sweep(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.SubscribeAsync(channels: 2);
        await bench.StoreAsync("root: news", unplanned: true);
        await bench.SweepAsync();
        Assert.Empty(await bench.DeliveriesAsync());

        bench.Time.Advance(TimeSpan.FromSeconds(15));
        await bench.SweepAsync();
        Assert.Equal(2, (await bench.DeliveriesAsync()).Count);

        // Only once: a later subscription does not get yesterday's briefing.
        await bench.SubscribeAsync(channels: 1, workspace: "later");
        await bench.SweepAsync();
        Assert.Equal(2, (await bench.DeliveriesAsync()).Count);

        await bench.StoreAsync("root: other news", unplanned: true);
        bench.Time.Advance(TimeSpan.FromSeconds(15));
        await bench.SweepAsync();
        Assert.All(
            (await bench.DeliveriesAsync()).Where(delivery => delivery.Workspace == "W"),
            delivery => Assert.Equal(2, delivery.Revision)
        );
    }

    [Theory, BothDatabases]
    public async Task What_is_held_or_not_to_be_delivered_is_left_alone(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.SubscribeAsync();
        await bench.StoreAsync("root: held", held: true, unplanned: true);
        bench.Time.Advance(TimeSpan.FromHours(1));
        await bench.SweepAsync();
        await bench.StoreAsync("root: old", unplanned: false);
        bench.Time.Advance(TimeSpan.FromHours(1));
        await bench.SweepAsync();

        Assert.Empty(await bench.DeliveriesAsync());
    }

    [Fact]
    public void Wrong_options_name_themselves()
    {
        var options = new DeliveryOptions
        {
            LeaseLength = TimeSpan.FromSeconds(10),
            Looks = [TimeSpan.FromSeconds(10)],
            RetryWaits = [],
            Jitter = 2,
            ThreadsPerWorkspace = 0,
            Poll = TimeSpan.Zero,
        };

        Assert.Equal(
            [
                "Delivery:Poll",
                "Delivery:LeaseRenewal",
                "Delivery:Looks",
                "Delivery:RetryWaits",
                "Delivery:Jitter",
                "Delivery:ThreadsPerWorkspace",
            ],
            options.Problems().Select(problem => problem.Split(' ')[0])
        );
        Assert.Empty(new DeliveryOptions().Problems());
    }

    [Fact]
    public void Checkpoints_are_numbered_in_order() =>
        Assert.Equal(
            Enumerable.Range(1, DeliveryCheckpoints.All.Count),
            DeliveryCheckpoints.All.Select(name => int.Parse(name.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture))
        );

    /// <summary>Leases of tokens that somebody holds.</summary>
    private static int Live(TestDatabase database)
    {
        using var context = database.CreateContext();
        return context
            .Leases.ToList()
            .Count(lease =>
                !lease.Token.StartsWith(SenderProcess.Prefix, StringComparison.Ordinal) && lease.ExpiresAt > DateTimeOffset.MinValue
            );
    }
}
