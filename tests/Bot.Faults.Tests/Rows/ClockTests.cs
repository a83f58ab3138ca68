using Bot.Archive.Entities;
using Bot.Delivery.Waking;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Faults.Tests.Staging;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Faults.Tests.Rows;

/// <summary>Rows C3, C4 and C8: clocks that are set, and an unreliable alarm clock. (C5 needs processes.)</summary>
public sealed class ClockTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Fault", "C3")]
    [BothDatabases(2)]
    [BothDatabases(48)]
    public async Task C3_A_clock_that_jumps_forward_makes_no_burst_and_sends_nothing_stale(TestDatabase database, int hours)
    {
        await using var stage = await Stage.SetAsync(database);
        var jump = new TaskCompletionSource();
        stage.Chat.Script.Add(
            new Fault(null, Answer.Held(jump.Task))
            {
                Operation = "send",
                Root = false,
                Times = null,
            }
        );
        await stage.PlanAsync("c1");
        await stage.PlanAsync("c2");
        await stage.StartAsync();
        await stage.Chat.Log.WaitForAsync(
            entry => entry.Kind == LogKind.Accepted && entry.Thread is not null,
            Swift.Deadline,
            Cancellation
        );

        stage.Clock.Shift(TimeSpan.FromHours(hours));
        var jumped = stage.Chat.Log.All.Count;
        jump.SetResult();
        var deliveries = await stage.UntilDoneAsync();

        var states = deliveries.SelectMany(delivery => delivery.Posts).Select(post => post.State).Distinct().ToList();
        if (hours < 6)
        {
            Assert.Equal([PostState.Sent], states);
        }
        else
        {
            // At most what was in flight in each of the two threads.
            Assert.InRange(stage.Chat.Log.After(jumped).Count(entry => entry is { Kind: LogKind.Asked, Operation: "send" }), 0, 2);
            Assert.Contains(PostState.Expired, states);
        }

        // The next day's is due by the new clock, and is sent.
        await stage.PlanAsync("c1", date: new DateOnly(2026, 1, 7));
        deliveries = await stage.UntilDoneAsync();
        Assert.All(
            deliveries.Single(delivery => delivery.Date == new DateOnly(2026, 1, 7)).Posts,
            post => Assert.Equal(PostState.Sent, post.State)
        );
    }

    [Theory, BothDatabases]
    [Trait("Fault", "C4")]
    public async Task C4_A_clock_that_jumps_back_repeats_nothing(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        await stage.PlanAsync("c1");
        stage.Chat.Script.Add(new Fault(null, Answer.Delayed(TimeSpan.FromMilliseconds(100))) { Operation = "send", Times = null });
        var first = await stage.StartAsync();
        await stage.Chat.Log.WaitForAsync(
            entry => entry.Kind == LogKind.Accepted && entry.Thread is not null,
            Swift.Deadline,
            Cancellation
        );

        stage.Clock.Shift(TimeSpan.FromHours(-1));
        // What was due by the old clock waits for the new one; the ledger decides, and nothing is repeated.
        await first.StopAsync();
        await stage.StartAsync();
        stage.Clock.Shift(TimeSpan.FromHours(1));

        await stage.UntilDoneAsync();
        Assert.Equal(4, stage.Count(LogKind.Asked, "send"));
    }

    [Theory, BothDatabases]
    [Trait("Fault", "C4")]
    public async Task C4_A_lease_from_before_the_clock_was_set_back_does_not_last_for_ever(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        await stage.PlanAsync("c1");
        await using (var context = stage.Context())
        {
            context.Leases.Add(
                new Lease
                {
                    Token = "test",
                    Owner = "somebody dead",
                    Epoch = 7,
                    ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(1),
                }
            );
            await context.SaveChangesAsync(Cancellation);
        }

        await stage.StartAsync();

        await stage.UntilDoneAsync();
    }

    [Theory, BothDatabases]
    [Trait("Fault", "C8")]
    public async Task C8_Without_any_alarm_the_sweep_delivers(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        await stage.StartAsync();
        // Nobody wakes the senders: the rows are written behind their back, as by another process whose alarms are lost.
        await stage.PlanAsync("c1");
        await stage.PlanAsync("c2", dueAt: stage.Clock.GetUtcNow().AddMilliseconds(300));

        await stage.UntilDoneAsync();
    }

    [Theory, BothDatabases]
    [Trait("Fault", "C8")]
    public async Task C8_Alarms_that_ring_a_hundred_times_send_once(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        var actor = await stage.StartAsync();
        var signal = actor.Services.GetRequiredService<SendSignal>();
        await stage.PlanAsync("c1");

        await Parallel.ForAsync(
            0,
            100,
            Cancellation,
            (_, _) =>
            {
                new WakeJob(signal).Wake();
                return ValueTask.CompletedTask;
            }
        );

        await stage.UntilDoneAsync();
        Assert.Equal(4, stage.Count(LogKind.Asked, "send"));
    }
}
