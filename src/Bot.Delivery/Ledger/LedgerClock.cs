using Bot.Chat.Platforms;

namespace Bot.Delivery.Ledger;

/// <summary>
/// The time by which posts become due and expire. It follows this machine's clock while that goes on as the monotonic one does.
/// When the two part, one of them was set or the machine has slept: until the difference has lasted
/// (<see cref="DeliveryOptions.ClockSettle"/>), or a platform says that it is right, time goes on as if nothing had happened, so
/// that a clock that is wrong for a moment ends nothing and holds nothing up. What cannot be undone goes by <see cref="Surely"/>.
/// Thread-safe.
/// </summary>
public sealed class LedgerClock(TimeProvider time, DeliveryOptions options, IEnumerable<IPlatform> platforms)
{
    /// <summary>Corrections of a clock that is steered are smaller; what is waited for is not exact to this.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly List<PlatformClock> others = [.. platforms.Select(platform => platform.Clock).OfType<PlatformClock>()];
    private readonly long started = time.GetTimestamp();
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

    /// <summary>
    /// The earliest that it is by any clock: what has run out by it has run out. Null: no platform has told its time since the
    /// start, and one may still do so (<see cref="DeliveryOptions.ClockSettle"/>): a machine may have started with a clock that is
    /// hours ahead, and nothing that it would then end could be sent any more.
    /// </summary>
    public DateTimeOffset? Surely
    {
        get
        {
            var told = others.Select(other => other.Now).OfType<DateTimeOffset>().ToList();
            return told.Count > 0 ? told.Append(Now).Min()
                : others.Count == 0 || time.GetElapsedTime(started) >= options.ClockSettle ? Now
                : null;
        }
    }

    private bool IsBelieved(TimeSpan off, long timestamp)
    {
        if (off.Duration() <= Tolerance || others.Exists(other => other.Skew is { IsOff: false }))
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
