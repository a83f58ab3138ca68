using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Delivery;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.FaultHost;
using Bot.Faults.Tests.Processes;
using Bot.Faults.Tests.Staging;

namespace Bot.Faults.Tests.Crashes;

/// <summary>
/// Rows A3, A18, C5 and D7: signals that arrive when the platform, not the bot, is at a certain point, and two processes at once.
/// </summary>
public sealed class SignalTests
{
    private static readonly DateOnly Day = new(2026, 1, 6);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Fault", "A3")]
    [OnEveryPlatform(true, Processes = true)]
    [OnEveryPlatform(false, Processes = true, Turn = 1)]
    public async Task A3_Killed_after_the_platform_accepted_and_before_it_answered(Scene scene, bool isRoot)
    {
        await using var stage = await CrashStage.SetAsync(scene);
        stage.Chat.Script.Add(new Fault(Decision.Accept, Answer.Silence) { Operation = "send", Root = isRoot });
        await stage.IngestAsync(Stage.Briefing(Day));
        var first = stage.Launch();
        var accepted = await stage.Chat.Log.WaitForAsync(
            entry => entry.Kind == LogKind.Accepted && (entry.Thread is null) == isRoot,
            Swift.Deadline,
            Cancellation
        );

        await first.KillAsync();
        stage.Launch();
        var deliveries = await stage.UntilDoneAsync(2);

        var post = deliveries.SelectMany(delivery => delivery.Posts).Single(row => row.Key == accepted.Key);
        Assert.Equal((PostState.Sent, accepted.MessageId), (post.State, post.MessageId));
    }

    [Theory]
    [Trait("Fault", "A18")]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A18_A_polite_stop_in_the_middle_of_a_send_loses_nothing_and_exits_with_zero(DatabaseProvider provider)
    {
        await using var stage = await CrashStage.SetAsync(provider);
        stage.Options.StopGrace = TimeSpan.FromSeconds(5);
        stage.Settings = stage.Settings with { Timeout = TimeSpan.FromSeconds(5) };
        stage.Options.SendTimeout = TimeSpan.FromSeconds(5);
        stage.Chat.Script.Add(
            new Fault(Decision.Accept, Answer.Delayed(TimeSpan.FromSeconds(0.7)))
            {
                Operation = "send",
                Root = true,
                Times = 2,
            }
        );
        await stage.IngestAsync(Stage.Briefing(Day));
        var first = stage.Launch();
        await stage.Chat.Log.WaitForAsync(entry => entry.Kind == LogKind.Accepted, Swift.Deadline, Cancellation);

        first.Signal(KillOrder.Terminate);

        Assert.Equal(0, await first.ExitAsync());
        Assert.DoesNotContain(await stage.DeliveriesAsync(), delivery => delivery.Posts.Any(post => post.State == PostState.Sending));
        var roots = stage.Count(LogKind.Accepted, "send");
        Assert.Equal(roots, (await stage.DeliveriesAsync()).Sum(delivery => delivery.Posts.Count(post => post.State == PostState.Sent)));
        stage.Launch();
        await stage.UntilDoneAsync(2);
        Assert.Equal(0, stage.Count(LogKind.Asked, "find"));
    }

    [Fact]
    [Trait("Fault", "C5")]
    public async Task C5_A_process_that_slept_past_its_lease_sends_nothing_when_it_wakes()
    {
        // One thread: with two, the other could be stopped between its last lease check and its request, where no check can help, only the
        // platform's own idempotency.
        await using var stage = await CrashStage.SetAsync(DatabaseProvider.PostgreSql, channels: 1);
        await stage.IngestAsync(Stage.Briefing(Day));
        var sleeper = stage.Launch(new KillOrder(DeliveryCheckpoints.SendingCommitted, IsRoot: false) { Signal = KillOrder.Stop });
        await stage.UntilAsync(
            _ =>
                stage.Steps.Any(step =>
                    step.Process == sleeper.Id && step.Name == DeliveryCheckpoints.SendingCommitted && step.Ordinal > 0
                ),
            "the sleeper slept"
        );

        stage.Launch();
        await stage.UntilDoneAsync(1);
        var sentBefore = stage.Count(LogKind.Asked, "send");
        var leaving = Leaving(stage, sleeper);
        sleeper.Signal(KillOrder.Continue);
        // It has noticed once it does something else: it stops the token's senders, including the one that slept, and waits for the lease.
        var token = stage.Chat.TokenOf("T1");
        await stage.UntilAsync(
            _ =>
                stage.Steps.Any(step =>
                    step.Process == sleeper.Id && step.Name == DeliveryCheckpoints.BeforeRelease && step.Token == token
                ),
            "the sleeper had noticed"
        );

        Assert.Equal(leaving, Leaving(stage, sleeper));
        Assert.Equal(sentBefore, stage.Count(LogKind.Asked, "send"));
        Checking.HistoryChecker.Verify(await stage.HistoryAsync());
    }

    [Fact]
    [Trait("Fault", "C5")]
    public async Task C5_A_process_that_slept_alone_goes_on_where_it_was()
    {
        await using var stage = await CrashStage.SetAsync(DatabaseProvider.Sqlite);
        await stage.IngestAsync(Stage.Briefing(Day));
        var sleeper = stage.Launch(new KillOrder(DeliveryCheckpoints.RequestLeaving, IsRoot: false) { Signal = KillOrder.Stop });
        await stage.UntilAsync(
            _ => stage.Steps.Any(step => step.Name == DeliveryCheckpoints.RequestLeaving && step.Ordinal > 0),
            "the sleeper slept"
        );

        // The fault itself: sleeping for longer than the lease lasts.
        await Task.Delay(stage.Options.LeaseLength * 1.5, Cancellation);
        sleeper.Signal(KillOrder.Continue);

        await stage.UntilDoneAsync(2);
    }

    [Fact]
    [Trait("Fault", "D7")]
    public async Task D7_A_second_service_on_one_file_is_refused_and_disturbs_nothing()
    {
        await using var stage = await CrashStage.SetAsync(DatabaseProvider.Sqlite);
        stage.Chat.Script.Add(new Fault(null, Answer.Delayed(TimeSpan.FromSeconds(0.2))) { Operation = "send", Times = null });
        // Not an empty archive, because a bot that starts with one shows its sample.
        await stage.IngestAsync(Stage.Briefing(Day));
        var first = stage.Launch();
        await first.AddressAsync();
        await stage.IngestAsync(Stage.Briefing(Day.AddDays(1)));

        var second = stage.Launch();

        Assert.Equal(1, await second.ExitAsync());
        Assert.Contains("bot.db", second.Transcript, StringComparison.Ordinal);
        Assert.False(first.HasExited);
        await stage.UntilDoneAsync(4);
    }

    [Fact]
    [Trait("Fault", "D7")]
    public async Task D7_A_rolling_change_of_processes_hands_the_work_over()
    {
        await using var stage = await CrashStage.SetAsync(DatabaseProvider.PostgreSql);
        // So long that the second can only begin in time if the lease is released.
        stage.Options.LeaseLength = TimeSpan.FromMinutes(10);
        stage.Options.LeaseRenewal = TimeSpan.FromSeconds(0.5);
        stage.Chat.Script.Add(new Fault(null, Answer.Delayed(TimeSpan.FromSeconds(0.1))) { Operation = "send", Times = null });
        await stage.IngestAsync(Stage.Briefing(Day));
        var first = stage.Launch();
        await stage.Chat.Log.WaitForAsync(entry => entry.Kind == LogKind.Accepted, Swift.Deadline, Cancellation);
        var second = stage.Launch();
        await stage.IngestAsync(Stage.Briefing(Day.AddDays(1)));
        await second.AddressAsync();

        first.Signal(KillOrder.Terminate);

        Assert.Equal(0, await first.ExitAsync());
        await stage.IngestAsync(Stage.Briefing(Day.AddDays(2)));
        await stage.UntilDoneAsync(6);
        Assert.Equal(0, stage.Count(LogKind.Asked, "find"));
    }

    [Fact]
    [Trait("Fault", "D7")]
    public async Task D7_A_rolling_restart_of_two_builds_loses_nothing_and_repeats_nothing()
    {
        await using var stage = await CrashStage.SetAsync(DatabaseProvider.PostgreSql);
        // So long that the newer can only begin in time if the leases are given back.
        stage.Options.LeaseLength = TimeSpan.FromMinutes(10);
        stage.Options.LeaseRenewal = TimeSpan.FromSeconds(0.5);
        stage.PatientFor(Swift.Deadline);
        stage.Chat.Script.Add(new Fault(null, Answer.Delayed(TimeSpan.FromSeconds(0.1))) { Operation = "send", Times = null });
        await stage.IngestAsync(Stage.Briefing(Day));
        var (first, second) = (stage.Launch(), stage.Launch());
        await first.AddressAsync();
        await second.AddressAsync();
        await stage.Chat.Log.WaitForAsync(entry => entry.Kind == LogKind.Accepted, Swift.Deadline, Cancellation);

        // A later build that cannot work beside this one comes while they send: what has begun is ended, and then it goes on.
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = stage.Chat.Log.All[^1].Sequence;
        stage.Chat.Script.Clear();
        stage.Chat.Script.Add(new Fault(null, Answer.Held(waits.Task)) { Operation = "send", Times = null });
        await stage.IngestAsync(Stage.Briefing(Day.AddDays(1)));
        await stage.Chat.Log.WaitForAsync(
            entry => entry.Kind == LogKind.Asked && entry.Operation == "send",
            Swift.Deadline,
            Cancellation,
            after: before
        );
        stage.ExtraSettings[OtherGeneration.Variable] = "1";
        var newer = stage.Launch();
        await newer.SaidAsync("cannot go on after this version's migration");
        // They learn it with their next renewals; until then they would begin what comes next.
        await Task.WhenAll(first.SaidAsync("hands over"), second.SaidAsync("hands over"));
        waits.SetResult();
        await stage.IngestAsync(Stage.Briefing(Day.AddDays(2)));
        await stage.UntilDoneAsync(6);

        Assert.False(first.HasExited || second.HasExited);
        var handedOver = stage.Steps.First(step => step.Process == newer.Id && step.Name == DeliveryCheckpoints.LeaseTaken).At;
        Assert.DoesNotContain(
            stage.Steps,
            step => step.Process != newer.Id && step.Name == DeliveryCheckpoints.RequestLeaving && step.At > handedOver
        );
        Assert.Equal(0, stage.Count(LogKind.Asked, "find"));

        first.Signal(KillOrder.Terminate);
        second.Signal(KillOrder.Terminate);
        Assert.Equal((0, 0), (await first.ExitAsync(), await second.ExitAsync()));
        Checking.HistoryChecker.Verify(await stage.HistoryAsync());
    }

    private static int Leaving(Stage stage, Child child) =>
        stage.Steps.Count(step => step.Process == child.Id && step.Name == DeliveryCheckpoints.RequestLeaving);

    [Fact]
    [Trait("Fault", "H16")]
    public async Task H16_A_process_that_stops_without_being_asked_says_so_by_its_exit_code()
    {
        await using var stage = await CrashStage.SetAsync(DatabaseProvider.Sqlite);
        stage.ExtraSettings[UnaskedEnd.Variable] = "yes";

        var child = stage.Launch();

        Assert.Equal(1, await child.ExitAsync());
    }
}
