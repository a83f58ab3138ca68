namespace Bot.Archive.Tests.Queries;

/// <summary>A clock that goes on only when it is told to.</summary>
internal sealed class StepClock : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now;

    public void Step(TimeSpan time) => _now += time.Ticks;
}
