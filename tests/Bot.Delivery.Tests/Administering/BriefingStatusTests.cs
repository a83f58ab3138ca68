using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests.Administering;

/// <summary>What <c>/briefing status</c> says.</summary>
public sealed class BriefingStatusTests
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_status_shows_what_is_held_back_what_went_and_what_is_next(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        await using var desk = new AdminDesk(
            database,
            new Series("us-ai", "US AI", Tokyo) { ExpectedBy = new TimeOnly(8, 30), ExpectedOn = [DayOfWeek.Thursday] }
        );
        Assert.Equal(
            "ok: Everything is fine; nothing is on hold\n\nLatest deliveries:\n\n6 Jan US AI → this channel: 3 sent 6 Jan 15:00 JST\n\nNext \"US AI\": expected by 8 Jan 8:30 JST",
            await desk.AskAsync("status")
        );

        foreach (var scope in new[] { "channel:fake:W/C1", "channel:fake:X/C9", "token:fake:X", "workspace:fake:X" })
        {
            await bench.PauseAsync(scope);
        }

        var held = await desk.AskAsync("status", Locale.Japanese);
        Assert.StartsWith(
            "ok: 止まっているものがあります\n\n停止中 このチャンネル: 運用者が止めています\n\n最近の配信:",
            held,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("C9", held, StringComparison.Ordinal);
        await bench.PauseAsync("all");
        Assert.Contains("all sending", await desk.AskAsync("status", workspace: "Y"), StringComparison.Ordinal);
        Assert.Contains("Nothing has been delivered", await desk.AskAsync("status", workspace: "Y"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_status_names_what_is_missing_held_or_late_and_is_never_well_meanwhile(TestDatabase database)
    {
        // 15:00 in Tokyo.
        Series[] series = [new("us-ai", "US AI", Tokyo) { Schedule = new() { At = new TimeOnly(14, 30) } }];
        await using var bench = new Bench(database, series: series);
        await bench.SubscribeAsync();
        await using var desk = new AdminDesk(database, series);
        Assert.StartsWith(
            "ok: まだ届いていないブリーフィングがあります\n\nまだ届いていません: 「US AI」1/6（1/6 14:30 JST までの予定）",
            await desk.AskAsync("status", Locale.Japanese),
            StringComparison.Ordinal
        );
        Assert.Contains("Next \"US AI\" → this channel: 7 Jan 14:30 JST", await desk.AskAsync("status"), StringComparison.Ordinal);

        await bench.StoreAsync("root: news", held: true);
        Assert.Contains(
            "Waiting for the operator to release it: \"US AI\" of 6 Jan",
            await desk.AskAsync("status"),
            StringComparison.Ordinal
        );

        await bench.StoreAsync("root: news");
        await bench.PlanAsync();
        Assert.StartsWith("ok: Everything is fine", await desk.AskAsync("status"), StringComparison.Ordinal);
        await using (var context = database.CreateContext())
        {
            await context.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, bench.Now.AddMinutes(-11)), Cancel);
        }

        Assert.StartsWith("ok: Something is late\n\nLate deliveries: 1", await desk.AskAsync("status"), StringComparison.Ordinal);
        await bench.SendAsync();
        Assert.StartsWith("ok: Everything is fine", await desk.AskAsync("status"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_status_counts_the_messages_that_stand_in_the_channel(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        await bench.SendAsync();
        await bench.StoreAsync("root: news\nstartups: corrected\noutlook: two");
        await bench.PlanAsync();
        await bench.SendAsync();
        await using var desk = new AdminDesk(database);

        Assert.Contains("this channel: 3 sent 6 Jan 15:00 JST", await desk.AskAsync("status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_says_until_when_a_briefing_of_a_day_to_come_waits()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var honolulu = new Series("us-ai", "US AI", TimeZoneInfo.FindSystemTimeZoneById("Pacific/Honolulu"));
        await using var bench = new Bench(database, series: [honolulu]);
        await bench.PlanThreadAsync();
        await using var desk = new AdminDesk(database, honolulu);

        Assert.Contains(" (from 6 Jan 0:00 ", await desk.AskAsync("status"), StringComparison.Ordinal);
        Assert.Contains("（1/6 0:00", await desk.AskAsync("status", Locale.Japanese), StringComparison.Ordinal);
    }
}
