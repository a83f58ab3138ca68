using Bot.Archive.Setup;

namespace Bot.Serving.Logging;

/// <summary>
/// While the database is away, every loop and every thread of posts finds that out for itself, hundreds a second. One line a
/// minute says it for all of the process; what else is wrong is logged as ever. Thread-safe.
/// </summary>
internal sealed class DatabaseOutageLog(TimeProvider time)
{
    public static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private long? _last;

    /// <summary>Whether a failure is to be logged.</summary>
    public bool Lets(Exception? failure)
    {
        if (failure is null || DatabaseErrors.TroubleOf(failure) is null)
        {
            return true;
        }

        lock (_gate)
        {
            if (_last is { } at && time.GetElapsedTime(at) < Rhythm)
            {
                return false;
            }

            _last = time.GetTimestamp();
            return true;
        }
    }
}
