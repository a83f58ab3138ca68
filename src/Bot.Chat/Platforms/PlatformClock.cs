namespace Bot.Chat.Platforms;

/// <summary>
/// A platform's time, as the <c>Date</c> of its answers says it, run forward by the clock that nobody can set. Ids and
/// timestamps of messages are in that time, so whatever is compared with them must be too: our own clock may be hours off.
/// </summary>
public sealed class PlatformClock(TimeProvider time)
{
    /// <summary>A <c>Date</c> has whole seconds: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7</summary>
    private static readonly TimeSpan Resolution = TimeSpan.FromSeconds(1);

    /// <summary>After this a newer reading counts although it is less exact: a machine that slept has no monotonic time of its sleep.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Read back so far before a first attempt. It was written down by a clock that may have been wrong and mended since:
    /// most often one that was kept in local time and read as UTC, and no zone is further than 14 hours from it.
    /// </summary>
    private static readonly TimeSpan ReadBack = TimeSpan.FromHours(15);

    private Reading? _reading;

    /// <summary>Null: no answer has told yet.</summary>
    public DateTimeOffset? Now => Volatile.Read(ref _reading) is { } reading ? reading.At + time.GetElapsedTime(reading.Timestamp) : null;

    /// <summary>The platform's time, or ours while it has not told.</summary>
    public DateTimeOffset UtcNow => Now ?? time.GetUtcNow();

    /// <summary>Null: no answer has told yet.</summary>
    public ClockSkew? Skew => Volatile.Read(ref _reading) is { } reading
        ? new ClockSkew(time.GetUtcNow() - (reading.At + time.GetElapsedTime(reading.Timestamp)), reading.Margin)
        : null;

    /// <summary>Learns from one answer.</summary>
    /// <param name="date">Its <c>Date</c>.</param>
    /// <param name="asked">Timestamp of the time provider when the request began.</param>
    public void Learn(DateTimeOffset date, long asked)
    {
        var now = time.GetTimestamp();
        // It was written at some moment since the request began, and holds until the next whole second.
        var margin = (time.GetElapsedTime(asked, now) + Resolution) / 2;
        var read = new Reading(date + margin, now, margin);
        if (Volatile.Read(ref _reading) is not { } known
            || read.Margin <= known.Margin
            || time.GetElapsedTime(known.Timestamp, now) > Fresh
            || (known.At + time.GetElapsedTime(known.Timestamp, now) - read.At).Duration() > known.Margin + read.Margin)
        {
            Volatile.Write(ref _reading, read);
        }
    }

    /// <summary>
    /// In the platform's time: what was posted before this is not of a request that first left at <paramref name="attempt"/>.
    /// As early as either clock allows, so that nothing is called absent that was only looked for too late.
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

    /// <summary>Never before the epoch, where nothing is.</summary>
    private static DateTimeOffset Minus(DateTimeOffset at, TimeSpan span)
    {
        var milliseconds = at.ToUnixTimeMilliseconds() - span.TotalMilliseconds;
        return DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Clamp(milliseconds, 0, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));
    }

    /// <param name="At">The platform's time at <paramref name="Timestamp"/>, to within <paramref name="Margin"/>.</param>
    private sealed record Reading(DateTimeOffset At, long Timestamp, TimeSpan Margin);
}
