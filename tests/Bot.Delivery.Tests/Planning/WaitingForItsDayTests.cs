using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests.Planning;

public sealed class WaitingForItsDayTests
{
    /// <summary>In its zone it is 20:00 on the day before the bench's briefing.</summary>
    private static readonly Series[] Honolulu = [new(Bench.Series, "US AI", TimeZoneInfo.FindSystemTimeZoneById("Pacific/Honolulu"))];

    private static readonly DateTimeOffset Start = new(2026, 1, 6, 10, 0, 0, TimeSpan.Zero);

    [Theory, BothDatabases]
    public async Task A_briefing_of_a_day_to_come_is_planned_and_goes_as_its_day_begins(TestDatabase database)
    {
        await using var bench = new Bench(database, series: Honolulu);
        await bench.PlanThreadAsync(channels: 2);
        await bench.SendAsync();

        Assert.Empty(bench.Platform.Log);
        Assert.All(await bench.DeliveriesAsync(), delivery => Assert.Equal((Start, DeliveryState.Open), (delivery.DueAt, delivery.State)));
        Assert.All(await bench.DeliveriesAsync(), delivery => Assert.True(delivery.ExpiresAt > Start));

        // Another process, after a restart: nothing is lost, and nothing is sent a moment early.
        await using var next = new Bench(database, like: bench, series: Honolulu);
        await next.AdvanceAndSendAsync(Start - next.Now - TimeSpan.FromSeconds(1));
        Assert.Empty(next.Platform.Log);
        await next.AdvanceAndSendAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(6, next.Platform.Log.Count);
        Assert.All(await next.PostsAsync(), post => Assert.Equal(PostState.Sent, post.State));
    }

    [Theory, BothDatabases]
    public async Task A_revision_before_its_day_takes_the_place_of_what_waits(TestDatabase database)
    {
        await using var bench = new Bench(database, series: Honolulu);
        await bench.PlanThreadAsync(lines: "root: news\nstartups: one");
        await bench.StoreAsync("root: news\nstartups: two");
        await bench.PlanAsync();

        Assert.Equal(Start, Assert.Single(await bench.DeliveriesAsync()).DueAt);
        await bench.SendAsync();
        Assert.Empty(bench.Platform.Log);

        await bench.AdvanceAndSendAsync(Start - bench.Now);
        Assert.Equal(2, bench.Platform.Log.Count);
        Assert.Contains("two", bench.Platform.Log[1].Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_subscribes_meanwhile_waits_as_well()
    {
        await using var database = await TestDatabase.CreateAsync(Bot.Archive.Setup.DatabaseProvider.Sqlite);
        await using var bench = new Bench(database, series: Honolulu);
        await bench.PlanThreadAsync();
        await bench.SubscribeAsync(channels: 1, workspace: "W2");
        await bench.PlanAsync();

        Assert.Equal(2, (await bench.DeliveriesAsync()).Count(delivery => delivery.DueAt == Start));
    }
}
