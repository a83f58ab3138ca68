using System.Collections.Concurrent;
using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Operations;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.TestChat;
using Bot.Faults.Tests.Staging;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Faults.Tests.Rows;

/// <summary>Rows G1 and G3 to G6: what operators and their machines do.</summary>
public sealed class OperationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    [Trait("Fault", "G1")]
    public async Task G1_A_token_that_is_replaced_while_running_is_used_from_the_next_request(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        var token = StagedTestChat.Canary;
        stage.Settings = stage.Settings with { Current = () => Volatile.Read(ref token) };
        stage.TestChat.Server.Tokens.Revoke(token);
        await stage.PlanAsync();
        var actor = await stage.StartAsync();
        await stage.UntilToldAsync();

        Volatile.Write(ref token, "xtest-canary-renewed-93ab");
        var resumed = await actor
            .Services.GetRequiredService<DeliveryOperations>()
            .ResumeAsync(PauseScopes.Token("test"), "admin", Cancellation);

        Assert.Equal(OperationStatus.Done, resumed.Status);
        await stage.UntilDoneAsync();
        Assert.Equal(1, stage.Count(LogKind.Refused, "send"));
    }

    [Fact]
    [Trait("Fault", "G3")]
    public async Task G3_A_handler_that_never_comes_back_holds_up_its_own_thread_only()
    {
        await using var stage = await Stage.SetAsync();
        stage.Options.SendTimeout = TimeSpan.FromSeconds(1);
        stage.Wrap = platform => new PoisonPlatform(platform)
        {
            Hang = payload => payload.Contains("section-1 of 2026-01-06", StringComparison.Ordinal),
        };
        await stage.PlanAsync("stuck");
        await stage.PlanAsync("free", date: new DateOnly(2026, 1, 7));

        await stage.StartAsync();
        await stage.UntilAsync(
            all => all.Single(delivery => delivery.Channel == "free").State == DeliveryState.Done,
            "the other was served"
        );
        await stage.UntilAsync(
            all => all.Single(delivery => delivery.Channel == "stuck").Posts[1].Attempts > 0,
            "the stuck one was given up as unknown"
        );

        Checking.HistoryChecker.Verify(await stage.HistoryAsync(), isOver: false);
    }

    [Fact]
    [Trait("Fault", "G3")]
    public async Task G3_A_starved_thread_pool_repeats_nothing()
    {
        await using var stage = await Stage.SetAsync();
        foreach (var channel in Enumerable.Range(1, 6))
        {
            await stage.PlanAsync($"c{channel}");
        }

        using var release = new ManualResetEventSlim();
        for (var thread = 0; thread < Environment.ProcessorCount * 4; thread++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => release.Wait(TimeSpan.FromSeconds(3)), null);
        }

        await stage.StartAsync();
        await stage.UntilDoneAsync();
        release.Set();
    }

    [Fact]
    [Trait("Fault", "G4")]
    public async Task G4_A_log_sink_that_throws_never_stops_a_send()
    {
        await using var stage = await Stage.SetAsync();
        stage.Sinks.Add(new BrokenSink());
        stage.Chat.Script.Add(new Fault(Decision.Accept, Answer.Reset) { Operation = "send", Root = true });
        await stage.PlanAsync();

        await stage.StartAsync();
        await stage.UntilDoneAsync();
    }

    [Theory, BothDatabases]
    [Trait("Fault", "G5")]
    public async Task G5_Two_operators_at_once_do_a_thing_once_and_it_is_written_down_once(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        var actor = await stage.StartAsync();
        // Not due: a post being sent would be its sender's, and available to a second operator when it returns.
        var delivery = await stage.PlanAsync(dueAt: stage.Clock.GetUtcNow().AddHours(1));
        var operations = actor.Services.GetRequiredService<DeliveryOperations>();
        var results = new ConcurrentBag<OperationStatus>();

        await Parallel.ForAsync(
            0,
            8,
            Cancellation,
            async (number, token) => results.Add((await operations.CancelAsync(delivery.Id, $"admin-{number}", token)).Status)
        );
        Assert.Single(results, status => status == OperationStatus.Done);
        Assert.Equal(7, results.Count(status => status == OperationStatus.AlreadyDone));

        results.Clear();
        await stage.UntilAsync(all => all[0].State == DeliveryState.Done, "it was closed");
        await Parallel.ForAsync(
            0,
            8,
            Cancellation,
            async (number, token) => results.Add((await operations.ResendAsync(delivery.Id, $"admin-{number}", token)).Status)
        );
        Assert.Single(results, status => status == OperationStatus.Done);
        await stage.UntilDoneAsync();

        Assert.Equal(4, stage.Count(LogKind.Accepted, "send"));
        await using var context = stage.Context();
        Assert.Equal(
            ["cancel", "resend"],
            await context.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync(Cancellation)
        );
    }

    [Theory, BothDatabases]
    [Trait("Fault", "G5")]
    public async Task G5_Cancelling_while_a_post_is_being_sent_leaves_that_post_to_its_sender_and_ends_the_rest(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        stage.PatientFor(TimeSpan.FromSeconds(60));
        var answered = new TaskCompletionSource();
        stage.Chat.Script.Add(new Fault(Decision.Accept, Answer.Held(answered.Task)) { Operation = "send", Root = true });
        var delivery = await stage.PlanAsync();
        var actor = await stage.StartAsync();
        await stage.Chat.Log.WaitForAsync(entry => entry.Kind == LogKind.Accepted, Swift.Deadline, Cancellation);

        var operations = actor.Services.GetRequiredService<DeliveryOperations>();
        var cancelled = await operations.CancelAsync(delivery.Id, "admin", Cancellation);
        var root = await stage.PostAsync(delivery.Id, 0);
        var skipped = await operations.SkipAsync(root.Key, "admin", Cancellation);
        answered.SetResult();

        Assert.Equal((OperationStatus.Done, 3), (cancelled.Status, cancelled.Posts));
        Assert.Equal(OperationStatus.NotPossible, skipped.Status);
        var done = Assert.Single(await stage.UntilDoneAsync());
        Assert.Equal(PostState.Sent, done.Posts[0].State);
        Assert.All(done.Posts.Skip(1), post => Assert.Equal((PostState.Cancelled, Reasons.Cancelled), (post.State, post.Reason)));
    }

    [Theory, BothDatabases]
    [Trait("Fault", "G5")]
    public async Task G5_A_post_that_the_platform_cannot_tell_about_parks_until_a_person_settles_it(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        stage.Chat.Script.Add(new Fault(Decision.Accept, Answer.Reset) { Operation = "send", Root = false });
        stage.Chat.Script.Add(new Fault(Decision.Refuse(Refusals.PermissionMissing), null) { Operation = "find", Times = null });
        var delivery = await stage.PlanAsync();
        var actor = await stage.StartAsync();
        await stage.UntilAsync(all => all[0].Posts[1].State == PostState.Parked, "the reply was parked");
        var parked = await stage.PostAsync(delivery.Id, 1);
        var there = stage.Chat.Log.All.Single(entry => entry.Kind == LogKind.Accepted && entry.Key == parked.Key);

        var settled = await actor
            .Services.GetRequiredService<DeliveryOperations>()
            .SettleAsync(parked.Key, new ParkedVerdict.WasSent(there.MessageId!), "admin", Cancellation);

        Assert.Equal(OperationStatus.Done, settled.Status);
        await stage.UntilDoneAsync();
        await stage.UntilToldAsync();
        Assert.Equal(Reasons.CannotTell, Assert.Single(stage.Alerts.All).Reason);
        Assert.Equal(4, stage.Count(LogKind.Accepted, "send"));
    }

    [Theory, BothDatabases]
    [Trait("Fault", "G6")]
    public async Task G6_An_outage_of_hours_ends_in_one_alert_a_paced_drain_and_nothing_stale(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        const int channels = 12;
        var now = stage.Clock.GetUtcNow();
        foreach (var channel in Enumerable.Range(1, channels))
        {
            // Half are from the early morning and will be stale when it ends.
            await stage.PlanAsync($"c{channel}", replies: 1, dueAt: channel <= channels / 2 ? now : now.AddHours(4));
        }

        await stage.Chat.CloseAsync();
        await stage.StartAsync();
        await stage.UntilAsync(all => all.Any(delivery => delivery.Posts[0].Retries > 1), "it was tried");
        foreach (var _ in Enumerable.Range(0, 13))
        {
            var before = (await stage.DeliveriesAsync()).Sum(delivery => delivery.Posts[0].Attempts);
            stage.Clock.Shift(TimeSpan.FromMinutes(30));
            await stage.UntilAsync(all => all.Sum(delivery => delivery.Posts[0].Attempts) > before, "it was tried again");
        }

        stage.TestChat.Server.Limits.Set("token", new RateLimit(10, TimeSpan.FromSeconds(1)));
        await stage.Chat.OpenAsync();
        var deliveries = await stage.UntilDoneAsync();

        Assert.All(
            deliveries.Take(channels / 2).SelectMany(delivery => delivery.Posts),
            post => Assert.Equal(PostState.Expired, post.State)
        );
        Assert.All(deliveries.Skip(channels / 2).SelectMany(delivery => delivery.Posts), post => Assert.Equal(PostState.Sent, post.State));
        await stage.UntilToldAsync(reason: Reasons.OutOfReach);
        Assert.Single(stage.Alerts.All, alert => alert.Reason != Reasons.WindowPassed);
        Assert.Equal(0, stage.Count(LogKind.Asked, "find"));
    }

    private sealed class BrokenSink : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => throw new IOException("the sink is down");

        public void Dispose() { }
    }
}
