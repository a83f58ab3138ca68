using Bot.Archive.Entities;
using Bot.Delivery.Sending;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests.Sending;

/// <summary>A database from a backup knows nothing about what was sent after it was made.</summary>
public class VerificationTests
{
    private static DeliveryOptions Verifying => new() { Jitter = 0, VerifyBeforeSending = true };

    [Theory, BothDatabases]
    public async Task H2_What_is_planned_in_a_verifying_run_is_looked_for_too(TestDatabase database)
    {
        await using var bench = new Bench(database, Verifying);
        await bench.SubscribeAsync();
        await bench.SendAsync();
        // The feed delivers the day's document again, which the backup lacks; all but its last post had been sent.
        await bench.StoreAsync("root: news\nstartups: one\noutlook: two");
        await bench.PlanAsync();
        foreach (var post in (await bench.PostsAsync()).SkipLast(1))
        {
            bench.Platform.Plant(post.Key, post.Ordinal == 0 ? null : "t1", "sent before");
        }

        await bench.SendAsync();

        Assert.Equal("root=Sent startups=Sent outlook=Sent", await bench.StatesAsync());
        Assert.Equal((await bench.PostsAsync())[2].Key, Assert.Single(bench.Platform.Requests).Key);
        Assert.Equal("t1", bench.Platform.Log[^1].Thread);
    }

    [Theory, BothDatabases]
    public async Task H2_It_reads_days_back_whatever_times_the_database_has(TestDatabase database)
    {
        await using var bench = new Bench(database, Verifying);
        var since = new List<DateTimeOffset>();
        bench.Platform.OnFind = request =>
        {
            since.Add(request.FirstAttemptAt);
            return null;
        };
        await bench.PlanThreadAsync();

        await bench.SendAsync();

        Assert.Equal(3, since.Count);
        Assert.All(since, at => Assert.True(at <= bench.Now.AddDays(-2)));
        Assert.Equal("root=Sent startups=Sent outlook=Sent", await bench.StatesAsync());
        Assert.All(await bench.PostsAsync(), post => Assert.Equal(0, post.Absences));
    }

    [Fact]
    public void H2_An_older_day_is_read_from_its_own_beginning()
    {
        var now = new DateTimeOffset(2026, 1, 20, 6, 0, 0, TimeSpan.Zero);
        Assert.Equal(now.AddDays(-2), Verification.EarliestOf(Of(new DateOnly(2026, 1, 21)), now));
        Assert.Equal(new DateTimeOffset(2026, 1, 4, 0, 0, 0, TimeSpan.Zero), Verification.EarliestOf(Of(new DateOnly(2026, 1, 6)), now));
        Assert.Equal(now.AddDays(-30), Verification.EarliestOf(Of(new DateOnly(2020, 1, 1)), now));
    }

    private static StoredDelivery Of(DateOnly date) =>
        new()
        {
            Token = "t",
            Platform = "fake",
            Workspace = "W",
            Channel = "C",
            Series = "us-ai",
            Date = date,
        };
}
