namespace Bot.Serving;

/// <summary>Tells from what a process allocates when it has come to rest after work. Polls and timers are no work.</summary>
internal sealed class QuietAfterWork
{
    /// <summary>Time between two readings.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    /// <summary>More in an interval than waiting ever takes, in bytes.</summary>
    private const long Work = 4 << 20;

    /// <summary>Less in an interval than any answer or post.</summary>
    private const long Rest = 1 << 20;

    private long _last;
    private bool _hasWorked;

    /// <param name="allocated">By the process since its start, in bytes.</param>
    /// <returns>Once after each burst of work, when an interval has passed without any.</returns>
    public bool IsReached(long allocated)
    {
        var since = allocated - _last;
        _last = allocated;
        _hasWorked |= since > Work;
        if (!_hasWorked || since > Rest)
        {
            return false;
        }

        _hasWorked = false;
        return true;
    }
}
