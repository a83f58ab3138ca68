namespace Bot.Faults.Tests.Staging;

/// <summary>The system's clock, which a test sets (wrong) or lets run ahead. Timers run as they are.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _offset;
    private long _passed;

    /// <summary>Somebody sets the clock: the monotonic one goes on as before.</summary>
    public void Shift(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    /// <summary>Time passes, by every clock.</summary>
    public void Pass(TimeSpan by) => Interlocked.Add(ref _passed, by.Ticks);

    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset) + Interlocked.Read(ref _passed));

    public override long GetTimestamp() =>
        base.GetTimestamp() + (long)(Interlocked.Read(ref _passed) * ((double)TimestampFrequency / TimeSpan.TicksPerSecond));
}
