using System.Collections.Concurrent;

namespace Bot.Tests.Infrastructure;

/// <summary>A clock whose waits end at once; it remembers how long they were meant to be.</summary>
internal sealed class HastyClock : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _asked = new();

    public IReadOnlyList<TimeSpan> Asked => [.. _asked];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _asked.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
