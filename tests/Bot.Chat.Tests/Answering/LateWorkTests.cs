using Bot.Chat.Answering;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Chat.Tests.Answering;

public sealed class LateWorkTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task The_end_waits_for_what_is_running()
    {
        var work = new LateWork(_clock, NullLogger<LateWork>.Instance);
        var gate = new TaskCompletionSource();
        var finished = false;
        work.Start(
            "late answer",
            async _ =>
            {
                await gate.Task;
                finished = true;
            }
        );
        var ending = work.DisposeAsync().AsTask();
        gate.SetResult();
        await ending.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        Assert.True(finished);
        Assert.False(work.Start("late answer", _ => Task.CompletedTask));
    }

    [Fact]
    public async Task After_the_grace_it_is_cut_off()
    {
        var work = new LateWork(_clock, NullLogger<LateWork>.Instance);
        work.Start("late answer", token => Task.Delay(Timeout.Infinite, token));
        var ending = work.DisposeAsync().AsTask();
        _clock.Advance(LateWork.Grace);
        await ending.WaitAsync(Deadline, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_throws_does_no_harm_and_what_is_too_much_is_dropped()
    {
        await using var work = new LateWork(_clock, NullLogger<LateWork>.Instance);
        Assert.True(work.Start("late answer", _ => throw new InvalidOperationException("broken")));
        var gate = new TaskCompletionSource();
        var started = Enumerable.Range(0, LateWork.Most + 10).Count(_ => work.Start("late answer", _ => gate.Task));
        Assert.InRange(started, LateWork.Most - 1, LateWork.Most);
        gate.SetResult();
    }
}
