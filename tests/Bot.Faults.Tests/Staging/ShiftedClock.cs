namespace Bot.Faults.Tests.Staging;

/// <summary>The system's clock, set forward or back by a test. Its monotonic time and its timers are unaffected.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _offset;

    public void Shift(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));
}
