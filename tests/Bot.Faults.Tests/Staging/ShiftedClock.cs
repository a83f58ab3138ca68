namespace Bot.Faults.Tests.Staging;

/// <summary>The system's clock, which a test sets (wrong) or lets run ahead. Timers run as they are, unless it shortens them.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _offset;
    private long _passed;

    /// <summary>Timers take at most this long, where a test is not about how long is waited; null: as long as they should.</summary>
    public TimeSpan? LongestTimer { get; set; }

    /// <summary>Somebody sets the clock: the monotonic one goes on as before.</summary>
    public void Shift(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    /// <summary>Time passes, by every clock.</summary>
    public void Pass(TimeSpan by) => Interlocked.Add(ref _passed, by.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, LongestTimer is { } longest && dueTime > longest ? longest : dueTime, period);

    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset) + Interlocked.Read(ref _passed));

    public override long GetTimestamp() =>
        base.GetTimestamp() + (long)(Interlocked.Read(ref _passed) * ((double)TimestampFrequency / TimeSpan.TicksPerSecond));
}
