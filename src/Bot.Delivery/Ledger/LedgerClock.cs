namespace Bot.Delivery.Ledger;

/// <summary>
/// The time by which posts become due and expire. It follows this machine's clock while that goes on as the monotonic one does.
/// When the two part, one of them was set or the machine has slept: until the difference has lasted
/// (<see cref="DeliveryOptions.ClockSettle"/>), or a platform says that it is right, time goes on as if nothing had happened, so
/// that a clock that is wrong for a moment ends nothing and holds nothing up. Thread-safe.
/// </summary>
public sealed class LedgerClock(TimeProvider time, DeliveryOptions options)
{
    /// <summary>Corrections of a clock that is steered are smaller; what is waited for is not exact to this.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private DateTimeOffset last = time.GetUtcNow();
    private long at = time.GetTimestamp();
    private (TimeSpan Off, long Since)? jump;

    public DateTimeOffset Now
    {
        get
        {
            lock (gate)
            {
                var timestamp = time.GetTimestamp();
                var (wall, steady) = (time.GetUtcNow(), last + time.GetElapsedTime(at, timestamp));
                (last, at) = (IsBelieved(wall - steady, timestamp) ? wall : steady, timestamp);
                return last;
            }
        }
    }

    private bool IsBelieved(TimeSpan off, long timestamp)
    {
        if (off.Duration() <= Tolerance)
        {
            jump = null;
            return true;
        }

        if (jump is not { } known || (known.Off - off).Duration() > Tolerance)
        {
            jump = (off, timestamp);
        }

        if (time.GetElapsedTime(jump!.Value.Since, timestamp) < options.ClockSettle)
        {
            return false;
        }

        jump = null;
        return true;
    }
}
