namespace Bot.Chat.Platforms;

/// <summary>
/// A platform's time, taken from the <c>Date</c> header of its responses and advanced by the monotonic clock. Message ids
/// and timestamps are in that time, so anything compared with them must be too: our own clock may be hours off.
/// </summary>
public sealed class PlatformClock(TimeProvider time)
{
    /// <summary><c>Date</c> has a resolution of one second: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7</summary>
    private static readonly TimeSpan Resolution = TimeSpan.FromSeconds(1);

    /// <summary>After this, a newer reading wins even if less exact: monotonic time does not cover a machine's sleep.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How far look-ups read back before a first attempt. The attempt's time may come from a clock that was wrong and has
    /// since been corrected, most often one kept in local time and read as UTC; no zone is more than 14 hours off.
    /// </summary>
    private static readonly TimeSpan ReadBack = TimeSpan.FromHours(15);

    private Reading? _reading;

    /// <summary>Null until a response has arrived.</summary>
    public DateTimeOffset? Now => Volatile.Read(ref _reading) is { } reading ? reading.At + time.GetElapsedTime(reading.Timestamp) : null;

    /// <summary>The platform's time, or ours until it is known.</summary>
    public DateTimeOffset UtcNow => Now ?? time.GetUtcNow();

    /// <summary>Null until a response has arrived.</summary>
    public ClockSkew? Skew =>
        Volatile.Read(ref _reading) is { } reading
            ? new ClockSkew(time.GetUtcNow() - (reading.At + time.GetElapsedTime(reading.Timestamp)), reading.Margin)
            : null;

    /// <summary>Learns from one response.</summary>
    /// <param name="date">The response's <c>Date</c>.</param>
    /// <param name="asked">The time provider's timestamp at the start of the request.</param>
    public void Learn(DateTimeOffset date, long asked)
    {
        var now = time.GetTimestamp();
        // It was written at some point since the request began, and stays valid until the next whole second.
        var margin = (time.GetElapsedTime(asked, now) + Resolution) / 2;
        var read = new Reading(date + margin, now, margin);
        if (
            Volatile.Read(ref _reading) is not { } known
            || read.Margin <= known.Margin
            || time.GetElapsedTime(known.Timestamp, now) > Fresh
            || (known.At + time.GetElapsedTime(known.Timestamp, now) - read.At).Duration() > known.Margin + read.Margin
        )
        {
            Volatile.Write(ref _reading, read);
        }
    }

    /// <summary>
    /// In the platform's time: anything posted before this cannot come from a request first sent at
    /// <paramref name="attempt"/>. As early as either clock allows, so that no message is declared absent only because
    /// the search started too late.
    /// </summary>
    public DateTimeOffset EarliestOf(DateTimeOffset attempt)
    {
        var earliest = attempt;
        foreach (var other in (DateTimeOffset?[])[Now, time.GetUtcNow(), Skew is { } skew ? Minus(attempt, skew.Ahead) : null])
        {
            earliest = other < earliest ? other.Value : earliest;
        }

        return Minus(earliest, ReadBack);
    }

    /// <summary>Never before the epoch, when nothing was posted.</summary>
    private static DateTimeOffset Minus(DateTimeOffset at, TimeSpan span)
    {
        var milliseconds = at.ToUnixTimeMilliseconds() - span.TotalMilliseconds;
        return DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Clamp(milliseconds, 0, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));
    }

    /// <param name="At">The platform's time at <paramref name="Timestamp"/>, to within <paramref name="Margin"/>.</param>
    private sealed record Reading(DateTimeOffset At, long Timestamp, TimeSpan Margin);
}
