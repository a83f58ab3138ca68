using System.Globalization;
using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Planning;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static Bot.Delivery.Tests.Planning.ScheduledBench;

namespace Bot.Delivery.Tests.Planning;

/// <summary>From the schedule to the channel. The bench's clock starts on 6 January at 15:00 in Tokyo.</summary>
public sealed class SchedulingTests
{
    private const string Eight = """{"at":"08:00"}""";

    private static readonly DateOnly Tomorrow = Bench.Date.AddDays(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task An_early_briefing_waits_for_its_time_and_survives_a_restart(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, Eight);
        await StoreAndPlanAsync(bench, Tomorrow);
        await bench.AtAsync(Tokyos("2026-01-07 07:59:59"));
        Assert.Empty(bench.Platform.Log);

        await using var next = new Bench(database, like: bench, series: InTokyo);
        await next.AtAsync(Tokyos("2026-01-07 08:00:00"));

        Assert.Equal(2, next.Platform.Log.Count);
        Assert.Equal("root=Sent startups=Sent", await next.StatesAsync());
    }

    [Theory, BothDatabases]
    public async Task C10_A_late_briefing_goes_at_once_within_its_window_and_expires_in_the_ledger_after_it(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, """{"at":"10:00"}""");
        await StoreAndPlanAsync(bench, Bench.Date);
        await bench.SendAsync();
        Assert.Equal(2, bench.Platform.Log.Count);

        bench.Time.SetUtcNow(Tokyos("2026-01-07 16:00:00"));
        await StoreAndPlanAsync(bench, Tomorrow);
        await bench.AtAsync(bench.Now);

        Assert.Equal(2, bench.Platform.Log.Count);
        Assert.Equal("root=Sent startups=Sent root=Expired startups=Expired", await bench.StatesAsync());
        Assert.Equal(Reasons.WindowPassed, (await bench.PostsAsync())[^1].Reason);
    }

    [Theory, BothDatabases]
    public async Task What_a_person_wants_delivered_is_delivered_however_late(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, Eight);
        bench.Time.SetUtcNow(Tokyos("2026-01-09 16:00:00"));
        await bench.StoreAsync(ThreadLines);

        await bench.Get<DeliveryPlanner>().PlanAskedAsync(new BriefingKey(Bench.Series, Bench.Date), Cancel);
        await bench.AtAsync(bench.Now);

        Assert.Equal(2, bench.Platform.Log.Count);
    }

    [Theory, BothDatabases]
    public async Task C6_After_days_away_the_latest_goes_and_no_pile_of_older_ones(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, Eight);
        bench.Time.SetUtcNow(Tokyos("2026-01-10 09:00:00"));
        for (var day = 7; day <= 10; day++)
        {
            await StoreAndPlanAsync(bench, new DateOnly(2026, 1, day));
        }

        await bench.AtAsync(bench.Now);
        await bench.AtAsync(bench.Now.AddHours(1));

        Assert.Equal(2, bench.Platform.Log.Count);
        Assert.Equal(["2026-01-07 Expired", "2026-01-08 Expired", "2026-01-09 Expired", "2026-01-10 Sent"], await RootsAsync(bench));
    }

    [Theory, BothDatabases]
    public async Task C7_The_time_may_be_changed_around_it_and_each_day_goes_once(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, Eight);
        await StoreAndPlanAsync(bench, Tomorrow);

        // A minute before: later, and back again.
        bench.Time.SetUtcNow(Tokyos("2026-01-07 07:59:00"));
        await bench.ScheduleAsync("""{"at":"09:00"}""");
        await bench.SweepAsync();
        await bench.AtAsync(Tokyos("2026-01-07 08:00:00"));
        Assert.Empty(bench.Platform.Log);
        await bench.ScheduleAsync("""{"at":"08:01","zone":"Asia/Tokyo"}""");
        await bench.AtAsync(Tokyos("2026-01-07 08:02:00"));
        Assert.Equal(2, bench.Platform.Log.Count);

        // After it: a later time of the same day is not for a day that has gone.
        await bench.ScheduleAsync("""{"at":"08:30"}""");
        await bench.PlanAsync(day: Tomorrow);
        await bench.AtAsync(Tokyos("2026-01-07 08:31:00"));
        Assert.Equal(2, bench.Platform.Log.Count);

        // A time that has passed by the change skips nothing.
        await bench.ScheduleAsync("""{"at":"20:00"}""");
        await StoreAndPlanAsync(bench, Tomorrow.AddDays(1));
        await bench.AtAsync(Tokyos("2026-01-08 12:00:00"));
        Assert.Equal(2, bench.Platform.Log.Count);
        await bench.ScheduleAsync("""{"at":"04:00"}""");
        await bench.AtAsync(Tokyos("2026-01-08 12:01:00"));
        Assert.Equal(4, bench.Platform.Log.Count);
        Assert.Equal(["2026-01-07 Sent", "2026-01-08 Sent"], await RootsAsync(bench));
    }

    [Theory, BothDatabases]
    public async Task C7_What_has_begun_is_left_when_the_time_changes(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, Eight);
        await StoreAndPlanAsync(bench, Tomorrow);
        bench.Platform.OnSend = (request, _) => request.ThreadId is null ? Reaction.Accept : Reaction.Wait(TimeSpan.FromMinutes(1));
        await bench.AtAsync(Tokyos("2026-01-07 08:00:00"));

        await bench.ScheduleAsync("""{"at":"20:00"}""");
        bench.Platform.OnSend = (_, _) => Reaction.Accept;
        await bench.AtAsync(Tokyos("2026-01-07 08:02:00"));

        Assert.Equal("root=Sent startups=Sent", await bench.StatesAsync());
    }

    [Theory, BothDatabases]
    public async Task The_series_own_schedule_counts_and_a_change_of_it_moves_what_waits(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, null);
        await StoreAndPlanAsync(bench, Tomorrow);
        Assert.Equal(Tokyos("2026-01-07 00:00:00"), Assert.Single(await bench.DeliveriesAsync()).DueAt);

        // The next process is configured otherwise.
        await using var next = new Bench(
            database,
            like: bench,
            series:
            [
                InTokyo[0] with
                {
                    Schedule = new() { At = new TimeOnly(8, 0), Weekdays = [DayOfWeek.Thursday] },
                },
            ]
        );
        await next.SweepAsync();

        Assert.Equal(Tokyos("2026-01-08 08:00:00"), Assert.Single(await next.DeliveriesAsync()).DueAt);
        Assert.All(await next.PostsAsync(), post => Assert.Equal(Tokyos("2026-01-08 08:00:00"), post.NextAt));
        await next.AtAsync(Tokyos("2026-01-08 08:00:00"));
        Assert.Equal(2, next.Platform.Log.Count);
    }

    [Theory, BothDatabases]
    public async Task Where_late_ones_are_skipped_nothing_comes_between_two_times_and_nothing_is_lost(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, """{"at":"14:00","late":"skip"}""");
        await StoreAndPlanAsync(bench, Bench.Date);
        await bench.AtAsync(Tokyos("2026-01-07 13:59:00"));
        Assert.Empty(bench.Platform.Log);
        await StoreAndPlanAsync(bench, Tomorrow);

        await bench.AtAsync(Tokyos("2026-01-07 14:00:00"));

        Assert.Equal(["2026-01-06 Sent", "2026-01-07 Sent"], await RootsAsync(bench));
    }

    [Theory, BothDatabases]
    public async Task A_clock_that_was_ahead_makes_nothing_come_before_its_time(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, Eight);
        bench.Time.SetUtcNow(Tokyos("2026-01-06 20:00:00"));
        await StoreAndPlanAsync(bench, Tomorrow);
        await using (var context = database.CreateContext())
        {
            // As a process would have written it whose clock was three hours ahead.
            await context.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(row => row.CreatedAt, bench.Now.AddHours(3)), Cancel);
        }

        await bench.SweepAsync();
        await bench.SendAsync();

        Assert.Empty(bench.Platform.Log);
        await bench.AtAsync(Tokyos("2026-01-07 08:00:00"));
        Assert.Equal(2, bench.Platform.Log.Count);
    }

    [Theory, BothDatabases]
    public async Task C1_C2_When_clocks_change_each_date_goes_once(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, """{"at":"02:30","zone":"America/New_York"}""");
        foreach (
            var (day, before, at) in new[]
            {
                ("2026-03-08", "2026-03-08T06:59:59Z", "2026-03-08T07:00:00Z"),
                ("2026-11-01", "2026-11-01T07:29:59Z", "2026-11-01T07:30:00Z"),
            }
        )
        {
            bench.Time.SetUtcNow(DateTimeOffset.Parse(before, CultureInfo.InvariantCulture).AddHours(-20));
            var sent = bench.Platform.Log.Count;
            await StoreAndPlanAsync(bench, DateOnly.Parse(day, CultureInfo.InvariantCulture));
            await bench.AtAsync(DateTimeOffset.Parse(before, CultureInfo.InvariantCulture));
            Assert.Equal(sent, bench.Platform.Log.Count);
            await bench.AtAsync(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));
            await bench.AtAsync(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture).AddHours(1));
            Assert.Equal(sent + 2, bench.Platform.Log.Count);
        }
    }

    [Fact]
    public async Task A_preview_says_when_each_subscription_gets_it()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var bench = await ScheduledAsync(database, Eight);

        var planned = Assert.Single(
            await bench.Get<DeliveryPlanner>().PreviewAsync(new BriefingKey(Bench.Series, Tomorrow), [], null, isWanted: false, Cancel)
        );

        Assert.Equal(Tokyos("2026-01-07 08:00:00"), planned.DueAt);
    }
}
