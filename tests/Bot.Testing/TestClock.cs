namespace Bot.Testing;

/// <summary>A clock that stands still until it is set, with timers of the real one: waits end, dates do not move.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
