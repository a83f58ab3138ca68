using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Answering;
using Bot.Chat.Platforms;
using Bot.Delivery.Tests.Administering;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests.Schedules;

/// <summary>When the next briefing is to come, as told to who asks an archive without any. It is 15:00 in Tokyo, Tuesday the 6th.</summary>
public sealed class NextDeliveryTests
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
    private static readonly ChannelAddress Here = new(new PlatformId("fake"), "W", "C1");
    private static readonly ChannelAddress Elsewhere = Here with { Channel = "C9" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task It_is_the_channels_own_time_else_the_workspaces_else_what_the_series_promises(TestDatabase database)
    {
        await using var desk = new AdminDesk(
            database,
            new Series("us-ai", "US AI", Tokyo) { ExpectedBy = new TimeOnly(9, 0), ExpectedOn = [DayOfWeek.Friday] }
        );
        Assert.Equal(("2026-01-09 00:00", true), await NextAsync(desk, Here));
        Assert.Equal(("2026-01-09 00:00", true), await NextAsync(desk, null));

        await desk.AskAsync("subscribe 17:00");
        await desk.AskAsync("subscribe 18:00", channel: "C2");

        Assert.Equal(("2026-01-06 08:00", false), await NextAsync(desk, Here));
        Assert.Equal(("2026-01-06 09:00", false), await NextAsync(desk, Here with { Channel = "C2" }));
        Assert.Equal(("2026-01-06 08:00", false), await NextAsync(desk, Elsewhere));
        Assert.Equal(("2026-01-09 00:00", true), await NextAsync(desk, Elsewhere with { Workspace = "X" }));
    }

    [Fact]
    public async Task It_is_the_series_schedule_where_nobody_has_another_and_nothing_on_arrival()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var scheduled = new AdminDesk(
            database,
            new Series("us-ai", "US AI", Tokyo) { Schedule = new() { At = new TimeOnly(7, 30) } }
        );
        await using var arriving = new AdminDesk(database, new Series("us-ai", "US AI", Tokyo));

        Assert.Equal(("2026-01-06 22:30", false), await NextAsync(scheduled, Here));
        Assert.Null(await NextAsync(arriving, Here));
        await arriving.AskAsync("subscribe");
        Assert.Null(await NextAsync(arriving, Here));
    }

    /// <summary>In UTC, and whether it may come before.</summary>
    private static async Task<(string At, bool IsLatest)?> NextAsync(AdminDesk desk, ChannelAddress? channel) =>
        await desk.Get<INextDelivery>().OfAsync("us-ai", channel, Cancel) is { } next
            ? (next.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), next.IsLatest)
            : null;
}
