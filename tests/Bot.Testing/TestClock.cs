namespace Bot.Testing;

/// <summary>A clock whose time changes only when set, but with real timers: waits end, dates do not move.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
