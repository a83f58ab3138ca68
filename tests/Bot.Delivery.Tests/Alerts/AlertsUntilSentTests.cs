using Bot.Archive.Alerts;
using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests.Alerts;

/// <summary>Alerts about a token that end when one of its posts arrives.</summary>
public sealed class AlertsUntilSentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Being_out_of_reach_is_over_when_a_post_arrives(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        await using var desk = new AlertDesk(database);
        desk.Raise(Reasons.OutOfReach, "token:fake:W");
        await desk.RunAsync();
        await desk.RunAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(Reasons.OutOfReach, (await desk.OnlyAsync()).Reason);

        bench.Time.Advance(TimeSpan.FromMinutes(3));
        await bench.SendAsync();
        await desk.RunAfterAsync(TimeSpan.FromMinutes(2));

        Assert.Empty(await desk.Get<AlertLedger>().OpenOnesAsync(10, Cancel));
    }

    [Theory, BothDatabases]
    public async Task Posts_that_ran_out_of_their_window_unheard_are_told_of_once_until_one_arrives(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        bench.Time.Advance(new DeliveryOptions().UsefulWindow + TimeSpan.FromMinutes(1));
        await bench.SweepAsync();
        // Another process: whatever the first one raised died with it.
        await using var desk = new AlertDesk(database);

        await desk.RunAfterAsync(new DeliveryOptions().UsefulWindow + TimeSpan.FromMinutes(2));

        var alert = await desk.OnlyAsync();
        Assert.Equal((Reasons.WindowPassed, "token:fake:W", 3), (alert.Reason, alert.Subject, alert.Posts));
        await desk.RunAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Single(desk.Platform.Log);

        await using var context = database.CreateContext();
        await context
            .Posts.OrderBy(post => post.Id)
            .Take(1)
            .ExecuteUpdateAsync(
                set => set.SetProperty(post => post.State, PostState.Sent).SetProperty(post => post.SentAt, desk.Time.GetUtcNow()),
                Cancel
            );
        await desk.RunAfterAsync(TimeSpan.FromMinutes(2));
        await desk.RunAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Empty(await desk.Get<AlertLedger>().OpenOnesAsync(10, Cancel));
        Assert.Single(desk.Platform.Log);
    }

    /// <summary>The watch ends a pause when the platform reports no problem; the next post may find otherwise.</summary>
    [Theory, BothDatabases]
    public async Task A_pause_that_ends_and_is_back_within_hours_is_told_once_until_a_post_arrives(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync();
        await using var desk = new AlertDesk(database);
        const string scope = "channel:fake:W/C1";
        for (var time = 0; time < 3; time++)
        {
            await PauseAsync(database, scope, desk.Time.GetUtcNow());
            desk.Raise(Reasons.ChannelLocked, scope);
            await desk.RunAfterAsync(TimeSpan.FromMinutes(2));
            await EndAsync(database);
            await desk.RunAfterAsync(TimeSpan.FromMinutes(5));
        }

        Assert.Single(desk.Platform.Log);

        await using var context = database.CreateContext();
        await context
            .Posts.OrderBy(post => post.Id)
            .Take(1)
            .ExecuteUpdateAsync(
                set => set.SetProperty(post => post.State, PostState.Sent).SetProperty(post => post.SentAt, desk.Time.GetUtcNow()),
                Cancel
            );
        await desk.RunAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Empty(await desk.Get<AlertLedger>().OpenOnesAsync(10, Cancel));
        desk.Raise(Reasons.ChannelLocked, scope);
        await PauseAsync(database, scope, desk.Time.GetUtcNow());
        await desk.RunAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(2, desk.Platform.Log.Count);
    }

    private static async Task PauseAsync(TestDatabase database, string scope, DateTimeOffset now)
    {
        await using var context = database.CreateContext();
        context.Add(
            new Pause
            {
                Scope = scope,
                Reason = Reasons.ChannelLocked,
                Since = now,
            }
        );
        await context.SaveChangesAsync(Cancel);
    }

    private static async Task EndAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        await context.Pauses.ExecuteDeleteAsync(Cancel);
    }
}
