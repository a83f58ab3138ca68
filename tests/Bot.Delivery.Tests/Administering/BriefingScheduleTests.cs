using Bot.Archive.Setup;
using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests.Administering;

/// <summary>When a channel gets its briefing, as it is typed.</summary>
public sealed class BriefingScheduleTests
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("subscribe 8:00 平日 outlook", "outlook", "08:00 mon tue wed thu fri, not on jp")]
    [InlineData("subscribe startups 7:30 mon,wed America/New_York", "startups", "07:30 America/New_York mon wed")]
    [InlineData("subscribe 展望 us-ai 朝8時 毎日", "outlook", "08:00")]
    [InlineData("subscribe", "", null)]
    public async Task A_schedule_is_typed_beside_the_sections(string text, string sections, string? schedule)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AdminDesk(database);

        Assert.StartsWith("ok:", await desk.AskAsync(text), StringComparison.Ordinal);

        var spec = Assert.Single(await desk.Get<ChannelSubscriptions>().OfWorkspaceAsync(null, Cancel));
        Assert.Equal((sections, schedule), (string.Join(',', spec.Sections), spec.Schedule?.ToString()));
    }

    [Theory, BothDatabases]
    public async Task Every_list_says_when_the_next_one_comes(TestDatabase database)
    {
        await using var desk = new AdminDesk(database);

        Assert.Contains(
            "次のブリーフィングから、平日 8:00 JST、祝日（jp）を除く、次は 1/7 8:00 JST。",
            await desk.AskAsync("subscribe 8:00 平日", Locale.Japanese),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "weekdays 8:00 JST; except holidays (jp); next 7 Jan 8:00 JST",
            await desk.AskAsync("subscriptions"),
            StringComparison.Ordinal
        );
        Assert.Contains("US AI: weekdays 8:00 JST", await desk.AskAsync("schedule"), StringComparison.Ordinal);
        Assert.Contains(
            "US AI: 毎日 18:30 GMT、次は 1/6 18:30 GMT",
            await desk.AskAsync("schedule 18:30 毎日 祝日も Europe/London", Locale.Japanese),
            StringComparison.Ordinal
        );
        Assert.Contains("on arrival", await desk.AskAsync("schedule on-arrival"), StringComparison.Ordinal);
        Assert.Equal(
            ["fake:W/U7 subscribe us-ai → fake:W/C1", "fake:W/U7 schedule us-ai → fake:W/C1", "fake:W/U7 schedule us-ai → fake:W/C1"],
            await desk.AuditAsync()
        );
    }

    [Theory]
    [InlineData("subscribe 25:00 平日", "\"25:00\" is no time of day")]
    [InlineData("subscribe 8:00 Asia/Tokio", "did you mean Asia/Tokyo")]
    [InlineData("subscribe 8:00 Tokio", "did you mean Asia/Tokyo")]
    [InlineData("subscribe 平日", "need a time of day")]
    [InlineData("subscribe 6:00 quiet 22:00-7:00", "the time 06:00 lies in the quiet hours")]
    public async Task A_schedule_that_cannot_be_points_at_the_word_and_changes_nothing(string text, string problem)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AdminDesk(database);

        var reply = await desk.AskAsync(text);

        Assert.StartsWith("no:", reply, StringComparison.Ordinal);
        Assert.Contains(problem, reply, StringComparison.Ordinal);
        Assert.Empty(await desk.SubscriptionsAsync());

        await desk.AskAsync("subscribe");
        Assert.StartsWith("no:", await desk.AskAsync("schedule " + text["subscribe ".Length..]), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await desk.Get<ChannelSubscriptions>().OfWorkspaceAsync(null, Cancel)).Schedule);
    }

    [Fact]
    public async Task A_schedule_is_that_of_a_subscription_that_there_is()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var desk = new AdminDesk(database);

        Assert.Contains("/briefing subscribe", await desk.AskAsync("schedule 8:00"), StringComparison.Ordinal);
        await desk.AskAsync("subscribe");
        await desk.AskAsync("subscribe outlook name:evening");
        await desk.AskAsync("schedule 18:00 name:evening");
        Assert.Contains("\"gossip\" is no time, day or time zone", await desk.AskAsync("schedule gossip"), StringComparison.Ordinal);

        var schedules = (await desk.Get<ChannelSubscriptions>().OfWorkspaceAsync(null, Cancel)).Select(spec =>
            $"{spec.Name} {spec.Schedule}"
        );
        Assert.Equal([" ", "evening 18:00"], schedules);
    }
}
