namespace Bot.Testing;

/// <summary>The system's clock, but for timers of one length, which take another.</summary>
/// <param name="instead"><see cref="Timeout.InfiniteTimeSpan"/>: they never end.</param>
public sealed class RetimedClock(TimeSpan length, TimeSpan instead) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime == length ? instead : dueTime, period);
}
