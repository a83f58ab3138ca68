using Bot.Chat.Platforms;
using Bot.Slack.Sending;
using Bot.Slack.Setup;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Slack.Tests.Sending;

/// <summary>Paces with a clock that only moves when told.</summary>
public sealed class SlackPacerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WaitedClock _time = new(new DateTimeOffset(2026, 1, 11, 7, 30, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_channels_second_message_waits_a_second_after_the_answer_to_its_first()
    {
        var pacer = new SlackPacer(new SlackOptions(), _time);
        var first = await TakeAsync(pacer, "C1");
        var second = TakeAsync(pacer, "C1");
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.False(second.IsCompleted);

        first.Dispose();

        await StaysAsync(second, TimeSpan.FromMilliseconds(999));
        await EndsAsync(second, TimeSpan.FromMilliseconds(2));
    }

    [Fact]
    public async Task Channels_go_side_by_side()
    {
        var pacer = new SlackPacer(new SlackOptions(), _time);

        var turns = await Task.WhenAll(Enumerable.Range(1, 15).Select(channel => TakeAsync(pacer, $"C{channel}")));

        Assert.Equal(15, turns.Length);
    }

    [Fact]
    public async Task A_burst_goes_at_once_and_then_the_pace_holds()
    {
        var pacer = new SlackPacer(new SlackOptions { ChannelBurst = 3 }, _time);
        for (var at = 0; at < 3; at++)
        {
            (await TakeAsync(pacer, "C1")).Dispose();
        }

        var fourth = TakeAsync(pacer, "C1");

        await StaysAsync(fourth, TimeSpan.FromMilliseconds(900));
        await EndsAsync(fourth, TimeSpan.FromMilliseconds(101));
    }

    [Fact]
    public async Task A_workspace_has_a_pace_of_its_own_over_all_channels()
    {
        var pacer = new SlackPacer(new SlackOptions { WorkspacePerMinute = 60 }, _time);
        for (var channel = 0; channel < 3; channel++)
        {
            (await TakeAsync(pacer, $"C{channel}")).Dispose();
        }

        var next = TakeAsync(pacer, "C9");
        Assert.True(TakeAsync(pacer, "C1", "T2").IsCompletedSuccessfully);

        await StaysAsync(next, TimeSpan.FromMilliseconds(900));
        await EndsAsync(next, TimeSpan.FromMilliseconds(101));
    }

    [Fact]
    public async Task One_that_gives_up_waiting_holds_up_nobody()
    {
        var pacer = new SlackPacer(new SlackOptions(), _time);
        var first = await TakeAsync(pacer, "C1");
        using var giveUp = new CancellationTokenSource();
        var second = pacer.WaitAsync("slack:T1", Request("C1", "T1"), SendCall.Send, giveUp.Token).AsTask();
        var third = TakeAsync(pacer, "C1");

        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(third.IsCompleted);
        first.Dispose();

        await EndsAsync(third, TimeSpan.FromSeconds(1.1));
    }

    [Fact]
    public async Task A_turn_counts_once_however_often_it_is_given_back()
    {
        var pacer = new SlackPacer(new SlackOptions(), _time);
        var first = await TakeAsync(pacer, "C1");
        first.Dispose();
        first.Dispose();

        await EndsAsync(TakeAsync(pacer, "C1"), TimeSpan.FromSeconds(1.1));
    }

    [Fact]
    public async Task Look_ups_and_edits_do_not_wait_for_the_channel()
    {
        var pacer = new SlackPacer(new SlackOptions(), _time);
        await TakeAsync(pacer, "C1");

        Assert.True(
            pacer.WaitAsync("slack:T1", Request("C1", "T1"), SendCall.Find, CancellationToken.None).AsTask().IsCompletedSuccessfully
        );
        Assert.True(
            pacer.WaitAsync("slack:T1", Request("C1", "T1"), SendCall.Edit, CancellationToken.None).AsTask().IsCompletedSuccessfully
        );
    }

    private static async Task<IDisposable> TakeAsync(SlackPacer pacer, string channel, string workspace = "T1") =>
        await pacer.WaitAsync("slack:" + workspace, Request(channel, workspace), SendCall.Send, CancellationToken.None);

    private static SendRequest Request(string channel, string workspace) =>
        new(new ChannelAddress(PlatformId.Slack, workspace, channel), null, new PostKey("k"), "{}", default);

    private async Task StaysAsync(Task turn, TimeSpan wait)
    {
        await _time.WaitedForAsync().WaitAsync(Patience);
        _time.Advance(wait);
        Assert.False(turn.IsCompleted);
        // It is still the same wait: nobody has started another.
        Assert.True(_time.WaitedForAsync().IsCompleted);
    }

    private async Task EndsAsync(Task turn, TimeSpan wait)
    {
        await Task.WhenAny(turn, _time.WaitedForAsync()).WaitAsync(Patience);
        _time.Advance(wait);
        await turn.WaitAsync(Patience);
    }

    /// <summary>A clock that signals when somebody waits for it: moving it earlier would have no effect.</summary>
    private sealed class WaitedClock(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private readonly Lock _gate = new();
        private TaskCompletionSource _waitedFor = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _timers;

        /// <summary>Completes once a timer is running.</summary>
        public Task WaitedForAsync()
        {
            lock (_gate)
            {
                return _waitedFor.Task;
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Running(this);
            timer.Inner = base.CreateTimer(
                fired =>
                {
                    timer.End();
                    callback(fired);
                },
                state,
                dueTime,
                period
            );
            lock (_gate)
            {
                _timers++;
                _waitedFor.TrySetResult();
            }

            return timer;
        }

        private void Ended()
        {
            lock (_gate)
            {
                if (--_timers == 0)
                {
                    _waitedFor = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                }
            }
        }

        private sealed class Running(WaitedClock clock) : ITimer
        {
            private int _isOver;

            public ITimer Inner { get; set; } = null!;

            public void End()
            {
                if (Interlocked.Exchange(ref _isOver, 1) == 0)
                {
                    clock.Ended();
                }
            }

            public bool Change(TimeSpan dueTime, TimeSpan period) => Inner.Change(dueTime, period);

            public void Dispose()
            {
                End();
                Inner.Dispose();
            }

            public ValueTask DisposeAsync()
            {
                End();
                return Inner.DisposeAsync();
            }
        }
    }
}
