using Bot.Chat.Platforms;

namespace Bot.Delivery.Ledger;

/// <summary>
/// The time by which posts become due and expire. It follows this machine's clock as long as that advances with the monotonic clock. When
/// the two diverge, one of them was set or the machine has slept. Until the difference has lasted
/// (<see cref="DeliveryOptions.ClockSettle"/>), or a platform confirms it, time continues as if nothing had happened, so that a clock that
/// is briefly wrong ends nothing and delays nothing. Anything that cannot be undone uses <see cref="Surely"/>. Thread-safe.
/// </summary>
public sealed class LedgerClock(TimeProvider time, DeliveryOptions options, IEnumerable<IPlatform> platforms)
{
    /// <summary>Larger than the corrections of a steered clock; no wait needs more precision than this.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly List<PlatformClock> _others = [.. platforms.Select(platform => platform.Clock).OfType<PlatformClock>()];
    private readonly long _started = time.GetTimestamp();
    private DateTimeOffset _last = time.GetUtcNow();
    private long _at = time.GetTimestamp();
    private (TimeSpan Off, long Since)? _jump;

    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
            {
                var timestamp = time.GetTimestamp();
                var (wall, steady) = (time.GetUtcNow(), _last + time.GetElapsedTime(_at, timestamp));
                (_last, _at) = (IsBelieved(wall - steady, timestamp) ? wall : steady, timestamp);
                return _last;
            }
        }
    }

    /// <summary>
    /// The earliest current time by any clock: whatever has expired by it has certainly expired. Null: no platform has reported its time
    /// since the start, and one may still do so (<see cref="DeliveryOptions.ClockSettle"/>). The machine may have started with a clock
    /// that is hours ahead, and whatever that expired could never be sent.
    /// </summary>
    public DateTimeOffset? Surely
    {
        get
        {
            var told = _others.Select(other => other.Now).OfType<DateTimeOffset>().ToList();
            return told.Count > 0 ? told.Append(Now).Min()
                : _others.Count == 0 || time.GetElapsedTime(_started) >= options.ClockSettle ? Now
                : null;
        }
    }

    private bool IsBelieved(TimeSpan off, long timestamp)
    {
        if (off.Duration() <= Tolerance || _others.Exists(other => other.Skew is { IsOff: false }))
        {
            _jump = null;
            return true;
        }

        if (_jump is not { } known || (known.Off - off).Duration() > Tolerance)
        {
            _jump = (off, timestamp);
        }

        if (time.GetElapsedTime(_jump!.Value.Since, timestamp) < options.ClockSettle)
        {
            return false;
        }

        _jump = null;
        return true;
    }
}
