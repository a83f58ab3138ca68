namespace Bot.Emulators;

/// <summary>The system's clock, off by a span that may change: of a server whose time is not the bot's, or the other way round. Its monotonic part and its timers run as they are.</summary>
public sealed class ShiftedTime(TimeSpan by = default) : TimeProvider
{
    private long _offset = by.Ticks;

    /// <summary>Sets the clock forward, or back.</summary>
    public void Shift(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));
}
