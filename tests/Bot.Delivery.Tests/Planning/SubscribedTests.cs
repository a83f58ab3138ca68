using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using static Bot.Delivery.Tests.Planning.ScheduledBench;

namespace Bot.Delivery.Tests.Planning;

/// <summary>Who leaves or joins before a briefing's time. The bench's clock starts on 6 January at 15:00 in Tokyo.</summary>
public sealed class SubscribedTests
{
    private const string Eight = """{"at":"08:00"}""";

    private static readonly DateOnly Tomorrow = Bench.Date.AddDays(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

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
}
