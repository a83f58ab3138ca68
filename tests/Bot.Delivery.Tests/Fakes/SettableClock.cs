using Microsoft.Extensions.Time.Testing;

namespace Bot.Delivery.Tests.Fakes;

/// <summary>A clock whose wall time can be set forward and back, while its monotonic time and timers are unaffected.</summary>
public sealed class SettableClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    /// <summary>How far the wall clock is ahead; negative: behind.</summary>
    public TimeSpan Off { get; set; }

    /// <summary>The correct time.</summary>
    public DateTimeOffset Right => base.GetUtcNow();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Off;

    public override long GetTimestamp() => Right.Ticks;
}
