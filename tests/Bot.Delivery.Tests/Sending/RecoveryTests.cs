using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Sending;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests.Sending;

/// <summary>A crash is a sender abandoned in the middle of a request; another one over the same database takes over.</summary>
public class RecoveryTests
{
    [Theory, BothDatabases(true), BothDatabases(false)]
    public async Task A_killed_delivery_resumes_without_repeating(TestDatabase database, bool accepted)
    {
        await using var dead = new Bench(database);
        await using var bench = new Bench(database, like: dead);
        var reached = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        await dead.PlanThreadAsync();
        dead.Platform.OnSend = (request, count) =>
        {
            if (request.Payload != "<p>one</p>" || count > 1)
            {
                return Reaction.Accept;
            }

            reached.TrySetResult();
            return new Reaction(accepted, null) { After = never.Task };
        };
        _ = dead.Sender().RunOnceAsync(default, untilIdle: true);
        await reached.Task.WaitAsync(Bench.Patience, TestContext.Current.CancellationToken);
        Assert.Equal("root=Sent startups=Sending outlook=Planned", await bench.StatesAsync());
        if (accepted)
        {
            // The platform accepted it, but its answer reaches nobody.
            var post = (await bench.PostsAsync())[1];
            bench.Platform.Plant(post.Key, (await bench.DeliveriesAsync())[0].ThreadId!, "<p>one</p>");
        }

        await bench.SendAsync();
        Assert.Equal("root=Sent startups=Uncertain outlook=Planned", await bench.StatesAsync());
        await bench.AdvanceAndSendAsync(TimeSpan.FromSeconds(10));
        await bench.AdvanceAndSendAsync(TimeSpan.FromSeconds(50));

        Assert.Equal("root=Sent startups=Sent outlook=Sent", await bench.StatesAsync());
        Assert.Equal(["<p>news</p>", "<p>one</p>", "<p>two</p>"], bench.Platform.Log.Select(message => message.Payload));
        Assert.Equal(accepted ? 1 : 2, (await bench.PostsAsync())[1].Attempts);
        never.SetResult();
    }

    [Theory, BothDatabases]
    public async Task An_answer_that_comes_after_the_lease_was_taken_over_changes_nothing(TestDatabase database)
    {
        await using var slow = new Bench(database);
        await using var bench = new Bench(database, like: slow);
        var reached = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        await slow.PlanThreadAsync(lines: "root: news");
        slow.Platform.OnSend = (_, _) =>
        {
            reached.TrySetResult();
            return Reaction.Lose with
            {
                After = answer.Task,
                Answer = new Bot.Chat.Platforms.SendOutcome.RetryAfter(null, Bot.Chat.Platforms.RetryScope.Channel, "late"),
            };
        };
        var sending = slow.Sender().RunOnceAsync(default, untilIdle: true);
        await reached.Task.WaitAsync(Bench.Patience, TestContext.Current.CancellationToken);

        await bench.SendAsync();
        answer.SetResult();
        await sending;

        var post = Assert.Single(await bench.PostsAsync());
        Assert.Equal((PostState.Uncertain, Reasons.Interrupted, 2L), (post.State, post.Reason, post.Epoch));
    }

    [Theory, BothDatabases]
    public async Task Without_the_lease_nothing_is_begun(TestDatabase database)
    {
        await using var bench = new Bench(database);
        await bench.PlanThreadAsync(lines: "root: news");
        var leases = bench.Get<LeaseStore>();
        var old = await leases.TakeAsync("fake:W", "one", TimeSpan.FromMinutes(1), CancellationToken.None);
        await bench.ReleaseAsync();
        var held = await leases.TakeAsync("fake:W", "two", TimeSpan.FromMinutes(1), CancellationToken.None);
        var (post, delivery) = ((await bench.PostsAsync())[0], (await bench.DeliveriesAsync())[0]);

        Assert.False(await bench.Get<SendLedger>().BeginAsync(post, delivery, old!.Stamp, CancellationToken.None));
        Assert.True(await bench.Get<SendLedger>().BeginAsync(post, delivery, held!.Stamp, CancellationToken.None));
        Assert.False(await bench.Get<SendLedger>().BeginAsync(post, delivery, held.Stamp, CancellationToken.None));
    }

    [Theory, BothDatabases]
    public async Task A_restored_database_looks_before_it_sends(TestDatabase database)
    {
        await using var bench = new Bench(database, new DeliveryOptions { Jitter = 0, VerifyBeforeSending = true });
        await bench.PlanThreadAsync();
        foreach (var post in await bench.PostsAsync())
        {
            bench.Platform.Plant(post.Key, post.Ordinal == 0 ? null : "t1", "sent before");
        }

        await bench.SendAsync();

        Assert.Equal("root=Sent startups=Sent outlook=Sent", await bench.StatesAsync());
        Assert.Empty(bench.Platform.Requests);
    }

    [Theory, BothDatabases(false), BothDatabases(true)]
    public async Task H1_What_a_clock_ahead_has_put_off_goes_on_when_it_is_set_back(TestDatabase database, bool attempted)
    {
        await using var bench = new Bench(database);
        bench.Platform.OnSend = (_, count) => attempted && count == 1 ? Reaction.Wait(null) : Reaction.Accept;
        await bench.PlanThreadAsync(lines: "root: news");
        await (attempted ? bench.SendAsync() : Task.CompletedTask);
        await using (var context = database.CreateContext())
        {
            // As written by a clock that was nine hours ahead.
            var (delivery, post) = (
                await context.Deliveries.SingleAsync(TestContext.Current.CancellationToken),
                await context.Posts.SingleAsync(TestContext.Current.CancellationToken)
            );
            var ahead = TimeSpan.FromHours(9);
            (delivery.CreatedAt, delivery.DueAt, delivery.NextAt) = (
                delivery.CreatedAt + ahead,
                delivery.DueAt + ahead,
                delivery.NextAt + ahead
            );
            (post.NextAt, post.ExpiresAt, post.FirstAttemptAt) = (post.NextAt + ahead, post.ExpiresAt + ahead, post.FirstAttemptAt + ahead);
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await bench.SendAsync();
        Assert.Equal("root=Planned", await bench.StatesAsync());
        bench.Time.Advance(TimeSpan.FromSeconds(30));
        await bench.SweepAsync();
        await bench.SendAsync();

        Assert.Equal("root=Sent", await bench.StatesAsync());
    }

    /// <summary>
    /// First attempted under a clock that was right, and postponed by one that was ahead, in this process or in an earlier one.
    /// </summary>
    [Theory]
    [BothDatabases(true)]
    [BothDatabases(false)]
    public async Task H1_What_was_put_off_while_the_clock_was_ahead_goes_on_when_it_is_set_back(TestDatabase database, bool restarted)
    {
        var options = new DeliveryOptions { Jitter = 0, ClockSettle = TimeSpan.Zero };
        var clock = new SettableClock(new DateTimeOffset(2026, 1, 6, 6, 0, 0, TimeSpan.Zero));
        await using var bench = new Bench(database, options, time: clock);
        bench.Platform.OnSend = (request, count) =>
            count switch
            {
                1 => Reaction.Wait(TimeSpan.FromSeconds(1)),
                2 when request.ThreadId is null => Reaction.Lose,
                2 => Reaction.Wait(TimeSpan.FromMinutes(20)),
                _ => Reaction.Accept,
            };
        await bench.PlanThreadAsync(channels: 2, lines: "root: news");
        await bench.SweepAsync();
        await bench.SendAsync();
        clock.Off = TimeSpan.FromHours(1);
        clock.Advance(TimeSpan.FromSeconds(30));
        await bench.SweepAsync();
        await bench.SendAsync();

        clock.Off = TimeSpan.Zero;
        await using var next = new Bench(database, options, like: bench);
        var later = restarted ? next : bench;
        for (var turn = 0; turn < 8; turn++)
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            await later.SweepAsync();
            await later.SendAsync();
        }

        Assert.Equal("root=Sent root=Sent", await bench.StatesAsync());
        Assert.Equal(2, bench.Platform.Log.Count);
    }

    [Theory, BothDatabases]
    public async Task Stopping_ends_a_request_that_hangs_and_records_it(TestDatabase database)
    {
        await using var bench = new Bench(database);
        var reached = new TaskCompletionSource();
        bench.Platform.OnSend = (_, _) =>
        {
            reached.TrySetResult();
            return Reaction.Accept with { After = new TaskCompletionSource().Task };
        };
        await bench.PlanThreadAsync(channels: 2, lines: "root: news");
        using var stopping = new CancellationTokenSource();
        using var abort = new CancellationTokenSource();
        var sending = bench.Sender().RunAsync(new SendStop(stopping.Token, abort.Token, default));
        await reached.Task.WaitAsync(Bench.Patience, TestContext.Current.CancellationToken);

        await stopping.CancelAsync();
        await abort.CancelAsync();
        await sending;

        Assert.DoesNotContain(await bench.PostsAsync(), post => post.State == PostState.Sending);
        Assert.Contains(await bench.PostsAsync(), post => post.State == PostState.Uncertain);
        await using var context = database.CreateContext();
        Assert.Equal(DateTimeOffset.MinValue, (await context.Leases.SingleAsync(TestContext.Current.CancellationToken)).ExpiresAt);
    }

    [Theory, BothDatabases]
    public async Task A_lost_commit_acknowledgement_is_read_back_and_not_taken_for_a_failure(TestDatabase database)
    {
        var lost = new LostAcknowledgement();
        await using var bench = new Bench(database, configure: builder => builder.AddInterceptors(lost));
        await bench.PlanThreadAsync(lines: "root: news");
        var lease = (await bench.Get<LeaseStore>().TakeAsync("fake:W", "one", TimeSpan.FromMinutes(1), CancellationToken.None))!.Stamp;
        var (post, delivery) = ((await bench.PostsAsync())[0], (await bench.DeliveriesAsync())[0]);
        var ledger = bench.Get<SendLedger>();

        lost.Arm();
        Assert.True(await bench.PassAsync(ledger.BeginAsync(post, delivery, lease, CancellationToken.None)));
        lost.Arm();
        var change = new PostChange(PostState.Sent, bench.Now) { MessageId = "m1", ThreadId = "t1" };
        Assert.True((await bench.PassAsync(ledger.RecordAsync(post, change, lease, CancellationToken.None))).Written);

        Assert.Equal(2, lost.Happened);
        Assert.Equal(
            (PostState.Sent, 1, "m1"),
            (await bench.PostsAsync())[0] is var row ? (row.State, row.Attempts, row.MessageId) : default
        );
        Assert.Equal("t1", (await bench.DeliveriesAsync())[0].ThreadId);
    }
}
