using Microsoft.Extensions.Time.Testing;

namespace Bot.Delivery.Tests.Fakes;

/// <summary>Its wall clock can be set forward and back; its monotonic one and its timers go on.</summary>
public sealed class SettableClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    /// <summary>How far the wall clock is ahead; negative: behind.</summary>
    public TimeSpan Off { get; set; }

    /// <summary>The time as it is.</summary>
    public DateTimeOffset Right => base.GetUtcNow();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Off;

    public override long GetTimestamp() => Right.Ticks;
}
