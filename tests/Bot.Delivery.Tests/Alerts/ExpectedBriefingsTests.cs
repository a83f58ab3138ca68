using Bot.Archive.Alerts;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests.Alerts;

public sealed class ExpectedBriefingsTests
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_briefing_that_is_late_is_told_once_a_day_and_is_over_when_it_comes(TestDatabase database)
    {
        // It is 15:00 in Tokyo, a Tuesday.
        await using var desk = new AlertDesk(database, series: Series(new TimeOnly(15, 30)));
        await desk.RunAsync();
        Assert.Empty(desk.Platform.Log);

        await desk.RunAfterAsync(TimeSpan.FromMinutes(31));
        await desk.RunAfterAsync(TimeSpan.FromMinutes(5));
        var told = Assert.Single(desk.Platform.Log);
        Assert.Contains("us-ai 2026-01-06: the briefing did not arrive", told.Payload, StringComparison.Ordinal);

        await StoreAsync(database, new(2026, 1, 6), isHeld: false);
        await desk.RunAfterAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(await desk.Get<AlertLedger>().OpenOnesAsync(10, Cancel));

        await desk.RunAfterAsync(TimeSpan.FromHours(24));
        Assert.Equal("briefing:us-ai/2026-01-07", (await desk.OnlyAsync()).Subject);
        Assert.Equal(2, desk.Platform.Log.Count);
    }

    [Fact]
    public async Task One_that_is_held_names_the_command_that_releases_it()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await StoreAsync(database, new(2026, 1, 6), isHeld: true);
        await using var desk = new AlertDesk(database, series: Series(new TimeOnly(8, 0)));

        await desk.RunAsync();

        Assert.Equal(Reasons.BriefingHeld, (await desk.OnlyAsync()).Reason);
        Assert.Contains("confirm us-ai 2026-01-06", Assert.Single(desk.Platform.Log).Payload, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Each_held_briefing_is_told_once_with_its_reason_and_is_over_when_it_is_released(TestDatabase database)
    {
        await StoreAsync(database, new(2026, 1, 6), isHeld: false);
        await StoreAsync(database, new(2026, 1, 6), isHeld: true, "evening", HoldReason.Gate);
        await StoreAsync(database, new(2025, 1, 6), isHeld: true, "", HoldReason.WrongYear);
        // No briefing is expected for this series, but a held one is still reported.
        await using var desk = new AlertDesk(database, series: [new Series("us-ai", "US AI", Tokyo)]);

        await desk.RunAsync();
        await desk.RunAfterAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(2, desk.Platform.Log.Count);
        var evening = Assert
            .Single(desk.Platform.Log, post => post.Payload.Contains("2026-01-06/evening", StringComparison.Ordinal))
            .Payload;
        Assert.Contains("confirm us-ai 2026-01-06 --edition evening", evening, StringComparison.Ordinal);
        Assert.Contains("below the gate", evening, StringComparison.Ordinal);
        Assert.Contains(
            "its year may be wrong",
            Assert.Single(desk.Platform.Log, post => post.Payload != evening).Payload,
            StringComparison.Ordinal
        );

        await database.Archive.ConfirmAsync(new("us-ai", new(2026, 1, 6), "evening"), deliver: false, Cancel);
        await desk.RunAfterAsync(TimeSpan.FromMinutes(5));
        Assert.Equal("briefing:us-ai/2025-01-06", (await desk.OnlyAsync()).Subject);

        // Held once more, it is reported again; another process does not repeat the alert.
        await database.Archive.HoldAsync(new("us-ai", new(2026, 1, 6), "evening"), HoldReason.TooManyPosts, Cancel);
        await using var other = new AlertDesk(database, like: desk, series: [new Series("us-ai", "US AI", Tokyo)]);
        await other.RunAfterAsync(TimeSpan.FromMinutes(5));
        await desk.RunAfterAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(3, desk.Platform.Log.Count);
        Assert.Contains("more posts", desk.Platform.Log[^1].Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_one_that_became_a_revision_is_over_and_a_held_day_is_not_missed_as_well()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await StoreAsync(database, new(2026, 1, 6), isHeld: true, "", HoldReason.Gate);
        await StoreAsync(database, new(2026, 1, 6), isHeld: true, "evening", HoldReason.Gate);
        await using var desk = new AlertDesk(database, series: Series(new TimeOnly(8, 0)));

        await desk.RunAsync();
        Assert.All(await desk.Get<AlertLedger>().OpenOnesAsync(10, Cancel), alert => Assert.Equal(Reasons.BriefingHeld, alert.Reason));

        await database.Archive.RemoveHeldAsync(new("us-ai", new(2026, 1, 6), "evening"), Cancel);
        await desk.RunAfterAsync(TimeSpan.FromMinutes(5));
        Assert.Equal("briefing:us-ai/2026-01-06", (await desk.OnlyAsync()).Subject);
    }

    [Fact]
    public async Task On_other_weekdays_and_in_series_without_a_time_nobody_waits()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AlertDesk(
            database,
            series: [.. Series(new TimeOnly(8, 0), DayOfWeek.Monday, DayOfWeek.Friday), new Series("eu-ai", "EU", Tokyo)]
        );

        await desk.RunAsync();
        Assert.Empty(desk.Platform.Log);

        // Friday, 08:00 in Tokyo.
        desk.Time.SetUtcNow(new DateTimeOffset(2026, 1, 8, 23, 0, 0, TimeSpan.Zero));
        await desk.RunAsync();
        Assert.Equal("briefing:us-ai/2026-01-09", (await desk.OnlyAsync()).Subject);
    }

    [Theory, BothDatabases]
    public async Task The_operator_hears_that_nothing_came_before_the_first_readers_time(TestDatabase database)
    {
        await using var desk = new AlertDesk(database, series: [new("us-ai", "US AI", Tokyo)]);
        await using (var context = database.CreateContext())
        {
            context.AddRange(
                Of("C1", """{"at":"16:00"}"""),
                Of("C2", """{"at":"17:00","weekdays":["tue"]}"""),
                Of("C3", """{"at":"15:10","weekdays":["wed"]}"""),
                Of("C4", null)
            );
            await context.SaveChangesAsync(Cancel);
        }

        await desk.RunAfterAsync(TimeSpan.FromMinutes(44));
        Assert.Empty(desk.Platform.Log);

        await desk.RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("briefing:us-ai/2026-01-06", (await desk.OnlyAsync()).Subject);

        await StoreAsync(database, new(2026, 1, 6), isHeld: false);
        await desk.RunAfterAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(await desk.Get<AlertLedger>().OpenOnesAsync(10, Cancel));

        static Subscription Of(string channel, string? schedule) =>
            new()
            {
                Series = "us-ai",
                Platform = "fake",
                Workspace = "W",
                Channel = channel,
                Schedule = schedule,
            };
    }

    [Fact]
    public async Task A_time_that_summer_time_skips_has_come_when_it_is_over()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        await using var desk = new AlertDesk(database, series: [new Series("us-ai", "US", berlin) { ExpectedBy = new TimeOnly(2, 30) }]);
        // 29 March 2026: 01:59 is followed by 03:00.
        desk.Time.SetUtcNow(new DateTimeOffset(2026, 3, 29, 0, 59, 0, TimeSpan.Zero));
        await desk.RunAsync();
        Assert.Empty(desk.Platform.Log);

        await desk.RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("briefing:us-ai/2026-03-29", (await desk.OnlyAsync()).Subject);
    }

    private static Series[] Series(TimeOnly by, params DayOfWeek[] on) =>
        [new("us-ai", "US AI", Tokyo) { ExpectedBy = by, ExpectedOn = on }];

    private static async Task StoreAsync(TestDatabase database, DateOnly date, bool isHeld, string edition = "", HoldReason? reason = null)
    {
        await using var context = database.CreateContext();
        context.Add(
            new StoredBriefing
            {
                Series = "us-ai",
                Date = date,
                Edition = edition,
                Revision = 1,
                IsHeld = isHeld,
                HeldFor = reason,
            }
        );
        await context.SaveChangesAsync(Cancel);
    }
}
