using Bot.Archive.Entities;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests;

public class SendingServiceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory, BothDatabases]
    public async Task A_running_service_sends_what_is_planned_and_gives_its_leases_back(TestDatabase database)
    {
        await using var bench = new Bench(database);
        var service = bench.Get<SendingService>();
        await service.StartAsync(TestContext.Current.CancellationToken);

        await bench.PlanThreadAsync(channels: 3);
        await bench.UntilAsync(() => bench.Platform.Log.Count == 9, Patience);
        await service.StopAsync(TestContext.Current.CancellationToken);

        Assert.All(await bench.PostsAsync(), post => Assert.Equal(PostState.Sent, post.State));
        await using var context = database.CreateContext();
        Assert.All(context.Leases.ToList(), lease => Assert.Equal(DateTimeOffset.MinValue, lease.ExpiresAt));
    }

    [Theory, BothDatabases]
    public async Task What_another_process_writes_is_noticed_by_the_poll(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await using var verb = new Bench(database, like: bench);
        var service = bench.Get<SendingService>();
        await service.StartAsync(TestContext.Current.CancellationToken);

        await verb.PlanThreadAsync(lines: "root: news");
        var began = bench.Now;
        await bench.UntilAsync(() => bench.Platform.Log.Count == 1, Patience, tick: TimeSpan.FromMilliseconds(20));
        await service.StopAsync(TestContext.Current.CancellationToken);

        Assert.Single(bench.Platform.Log);
        Assert.True(bench.Now - began < TimeSpan.FromMinutes(1));
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
}
