namespace Bot.Emulators;

/// <summary>
/// The system clock, off by a changeable span, for a server whose time differs from the bot's or vice versa. Timestamps
/// and timers are unaffected.
/// </summary>
public sealed class ShiftedTime(TimeSpan by = default) : TimeProvider
{
    private long _offset = by.Ticks;

    /// <summary>Moves the clock forward or back.</summary>
    public void Shift(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));
}
