using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Delivery.Planning;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using static Bot.Delivery.Tests.Planning.ScheduledBench;

namespace Bot.Delivery.Tests.Planning;

/// <summary>What a receipt promises is what the ledger then holds.</summary>
public sealed class PreviewTests
{
    private const int Days = 8;

    /// <summary>So far apart that the clock, which only goes forward, may stand anywhere around each.</summary>
    private const int Apart = 5;
    private const int Channels = 40;

    private static readonly string?[] Schedules =
    [
        null,
        """{"at":"08:00"}""",
        """{"at":"20:30","zone":"America/New_York"}""",
        """{"at":"07:00","weekdays":["mon","wed","fri"]}""",
        """{"at":"10:00","late":"skip"}""",
        """{"at":"09:00","late":"tell","tellAfter":20}""",
        """{"at":"23:00","quiet":"22:00-07:00"}""",
        """{"quiet":"18:00-09:00"}""",
        """{"at":"00:05","zone":"Pacific/Kiritimati"}""",
        """{"at":"06:00","zone":"Asia/Kathmandu","holidays":["jp"]}""",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Whatever_the_schedules_and_the_time_what_is_foretold_is_what_is_planned(TestDatabase database)
    {
        const int seed = 20260107;
        var random = new Random(seed);
        await using var bench = new Bench(database, series: InTokyo);
        var (foretold, left) = (0, 0);
        for (var day = 0; day < Days; day++)
        {
            var date = Bench.Date.AddDays(2 + (day * Apart));
            await SubscribeAsync(bench, database, $"W{day}", random);
            // From the day before to two days after it.
            bench.Time.SetUtcNow(Tokyos($"{date:yyyy-MM-dd} 00:00:00").AddMinutes(random.Next(-24 * 60, 72 * 60)));
            var isWanted = day % 4 == 3;
            var planner = bench.Get<DeliveryPlanner>();
            var key = new BriefingKey(Bench.Series, date);
            var before = await planner.PreviewAsync(key, [], ThreadLines, isWanted, Cancel);

            await bench.StoreAsync(ThreadLines, day: date);
            _ = isWanted ? await planner.PlanAskedAsync(key, Cancel) : await planner.PlanAsync(key, Cancel);

            var planned = (await bench.DeliveriesAsync())
                .Where(delivery => delivery.Date == date)
                .OrderBy(delivery => delivery.SubscriptionId)
                .Select(delivery => (delivery.SubscriptionId, delivery.DueAt, delivery.ExpiresAt <= bench.Now))
                .ToList();
            Assert.Equal(planned, before.Select(Told));
            Assert.Equal(planned, (await planner.PreviewAsync(key, [], ThreadLines, isWanted, Cancel)).Select(Told));
            foretold += planned.Count;
            left += ((day + 1) * Channels) - planned.Count;
        }

        Assert.True(foretold > Channels && left > Channels, $"{foretold} foretold, {left} left out: the cases miss the point");
    }

    [Theory, BothDatabases]
    public async Task Who_subscribes_after_a_days_window_is_promised_nothing_of_it_but_keeps_what_he_was_sent(TestDatabase database)
    {
        await using var bench = new Bench(database, series: InTokyo);
        var subscriptions = await bench.SubscribeAsync();
        await bench.ScheduleAsync("""{"at":"08:00"}""");
        var key = new BriefingKey(Bench.Series, Bench.Date);
        await bench.StoreAsync(ThreadLines);
        Assert.Empty(await PreviewAsync(bench, key));

        await bench.Get<DeliveryPlanner>().PlanAtOnceAsync(key, Assert.Single(subscriptions).Id, Cancel);

        Assert.Equal(bench.Now, Assert.Single(await PreviewAsync(bench, key)).DueAt);
    }

    [Theory, BothDatabases]
    public async Task What_nobody_gets_any_more_is_said_to_be_too_late_until_a_person_wants_it(TestDatabase database)
    {
        await using var bench = await ScheduledAsync(database, """{"at":"20:00"}""");
        bench.Time.SetUtcNow(Tokyos("2026-01-07 16:00:00"));
        var key = new BriefingKey(Bench.Series, Bench.Date);

        Assert.True(Assert.Single(await PreviewAsync(bench, key)).IsTooLate);
        var wanted = Assert.Single(await bench.Get<DeliveryPlanner>().PreviewAsync(key, [], null, isWanted: true, Cancel));

        Assert.Equal((bench.Now, false), (wanted.DueAt, wanted.IsTooLate));
    }

    private static async Task<IReadOnlyList<PlannedDelivery>> PreviewAsync(Bench bench, BriefingKey key) =>
        await bench.Get<DeliveryPlanner>().PreviewAsync(key, [], null, isWanted: false, Cancel);

    private static (long Subscription, DateTimeOffset DueAt, bool IsTooLate) Told(PlannedDelivery delivery) =>
        (delivery.Subscription, delivery.DueAt, delivery.IsTooLate);

    /// <summary>Channels with any of the schedules, made at any time around the first days.</summary>
    private static async Task SubscribeAsync(Bench bench, TestDatabase database, string workspace, Random random)
    {
        await using var context = database.CreateContext();
        context.AddRange(
            Enumerable
                .Range(1, Channels)
                .Select(number => new Subscription
                {
                    Platform = bench.Platform.Id.Value,
                    Workspace = workspace,
                    Channel = $"C{number}",
                    Series = Bench.Series,
                    Schedule = Schedules[random.Next(Schedules.Length)],
                    CreatedAt = Tokyos($"{Bench.Date:yyyy-MM-dd} 00:00:00").AddMinutes(random.Next(0, 24 * 60 * Days * Apart)),
                })
        );
        await context.SaveChangesAsync(Cancel);
    }
}
