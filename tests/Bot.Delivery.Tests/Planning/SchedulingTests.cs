using System.Globalization;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Planning;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests.Planning;

/// <summary>From the schedule to the channel. The bench's clock starts on 6 January at 15:00 in Tokyo.</summary>
public sealed class SchedulingTests
{
    private const string Eight = """{"at":"08:00"}""";
    private const string Thread = "root: news\nstartups: one";

    private static readonly Series[] Tokyo = [new(Bench.Series, "US AI", TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"))];
    private static readonly DateOnly Tomorrow = Bench.Date.AddDays(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task An_early_briefing_waits_for_its_time_and_survives_a_restart(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, Eight);
        await StoreAndPlanAsync(bench, Tomorrow);
        await bench.AtAsync(Tokyos("2026-01-07 07:59:59"));
        Assert.Empty(bench.Platform.Log);

        await using var next = new Bench(database, like: bench, series: Tokyo);
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
        await bench.StoreAsync(Thread);

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
                Tokyo[0] with
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
    public async Task Quiet_hours_hold_what_arrives_and_what_corrects_and_drop_nothing(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, """{"quiet":"22:00-07:00"}""");
        await StoreAndPlanAsync(bench, Bench.Date);
        await bench.SendAsync();
        Assert.Equal(2, bench.Platform.Log.Count);

        bench.Time.SetUtcNow(Tokyos("2026-01-06 23:00:00"));
        await bench.StoreAsync("root: news\nstartups: corrected");
        await bench.PlanAsync();
        await StoreAndPlanAsync(bench, Tomorrow);
        await bench.AtAsync(Tokyos("2026-01-07 06:59:00"));
        Assert.Equal(2, bench.Platform.Log.Count);

        await bench.AtAsync(Tokyos("2026-01-07 07:00:00"));
        Assert.All(await bench.PostsAsync(), post => Assert.Equal(PostState.Sent, post.State));
        Assert.Contains(bench.Platform.Log, sent => sent.Payload.Contains("corrected", StringComparison.Ordinal));
        Assert.Equal(["2026-01-06 Sent", "2026-01-07 Sent"], await RootsAsync(bench));
    }

    [Theory, BothDatabases]
    public async Task What_was_held_back_into_the_quiet_hours_waits_for_their_end_and_what_has_begun_goes_on(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, """{"at":"21:00","quiet":"22:00-07:00"}""", channels: 2);
        await StoreAndPlanAsync(bench, Bench.Date);
        await bench.PauseAsync("channel:fake:W/C2");
        bench.Platform.OnSend = (request, _) => request.ThreadId is null ? Reaction.Accept : Reaction.Wait(TimeSpan.FromHours(2));
        await bench.AtAsync(Tokyos("2026-01-06 21:00:00"));
        bench.Platform.OnSend = (_, _) => Reaction.Accept;

        await bench.ResumeAsync();
        await bench.AtAsync(Tokyos("2026-01-06 23:30:00"));

        Assert.Equal("root=Sent startups=Sent root=Planned startups=Planned", await bench.StatesAsync());
        await bench.AtAsync(Tokyos("2026-01-07 06:59:59"));
        Assert.Equal("root=Sent startups=Sent root=Planned startups=Planned", await bench.StatesAsync());
        await bench.AtAsync(Tokyos("2026-01-07 07:00:00"));
        Assert.Equal("root=Sent startups=Sent root=Sent startups=Sent", await bench.StatesAsync());
    }

    [Theory, BothDatabases]
    public async Task A_revision_of_what_the_quiet_hours_hold_goes_out_after_them_also_beyond_the_first_window(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, """{"at":"21:00","quiet":"22:00-07:00"}""");
        await StoreAndPlanAsync(bench, Bench.Date);
        await bench.PauseAsync("channel:fake:W/C1");
        await bench.AtAsync(Tokyos("2026-01-06 22:30:00"));
        await bench.ResumeAsync();
        await bench.AtAsync(Tokyos("2026-01-06 22:31:00"));

        // The window of nine o'clock ended at three.
        bench.Time.SetUtcNow(Tokyos("2026-01-07 04:00:00"));
        await bench.StoreAsync("root: news\nstartups: corrected");
        await bench.PlanAsync();
        await bench.AtAsync(bench.Now);
        Assert.Empty(bench.Platform.Log);

        await bench.AtAsync(Tokyos("2026-01-07 07:00:00"));
        Assert.Equal("root=Sent startups=Sent", await bench.StatesAsync());
        Assert.Contains("corrected", bench.Platform.Log[^1].Payload, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_channel_that_was_unsubscribed_gets_nothing_more_and_one_that_came_back_in_time_does(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, Eight, channels: 2);
        await StoreAndPlanAsync(bench, Tomorrow);
        var subscriptions = bench.Get<ChannelSubscriptions>();
        foreach (var channel in new[] { "C1", "C2" })
        {
            await subscriptions.UnsubscribeAsync(new(bench.Platform.Id, "W", channel), null, null, "test", Cancel);
        }

        await bench.SweepAsync();
        await subscriptions.SubscribeAsync(new(bench.Platform.Id, "W", "C2"), Bench.Series, "", null, null, Locale.English, "test", Cancel);
        await bench.AtAsync(Tokyos("2026-01-07 08:00:00"));

        Assert.Equal("root=Cancelled startups=Cancelled root=Sent startups=Sent", await bench.StatesAsync());
        Assert.Equal(Reasons.Unsubscribed, (await bench.PostsAsync())[0].Reason);
    }

    [Theory, BothDatabases]
    public async Task Who_subscribes_after_a_days_window_gets_nothing_of_it_with_a_correction(TestDatabase database)
    {
        const string ten = """{"at":"10:00"}""";
        await using var bench = await ScheduledAsync(database, ten);
        bench.Time.SetUtcNow(Tokyos("2026-01-06 16:00:00"));
        await bench.SubscribeAsync(channels: 1, workspace: "W2");
        await bench.ScheduleAsync(ten);
        await StoreAndPlanAsync(bench, Bench.Date);

        Assert.Equal("W", Assert.Single(await bench.DeliveriesAsync()).Workspace);
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
            await bench.Get<DeliveryPlanner>().PreviewAsync(new BriefingKey(Bench.Series, Tomorrow), [], null, Cancel)
        );

        Assert.Equal(Tokyos("2026-01-07 08:00:00"), planned.DueAt);
    }

    private static async Task<Bench> ScheduledAsync(TestDatabase database, string? schedule, int channels = 1)
    {
        var bench = new Bench(database, series: Tokyo);
        await bench.SubscribeAsync(channels);
        await bench.ScheduleAsync(schedule);
        return bench;
    }

    private static async Task StoreAndPlanAsync(Bench bench, DateOnly day)
    {
        await bench.StoreAsync(Thread, day: day);
        await bench.PlanAsync(day: day);
    }

    private static async Task<List<string>> RootsAsync(Bench bench)
    {
        var posts = await bench.PostsAsync();
        return
        [
            .. (await bench.DeliveriesAsync())
                .OrderBy(delivery => delivery.Date)
                .Select(delivery =>
                    $"{delivery.Date:yyyy-MM-dd} {posts.Single(post => post.DeliveryId == delivery.Id && post is { Section: PostKey.Root, Kind: PostKind.Original }).State}"
                ),
        ];
    }

    private static DateTimeOffset Tokyos(string local) =>
        DateTimeOffset.Parse(local + "+09:00", CultureInfo.InvariantCulture).ToUniversalTime();
}
