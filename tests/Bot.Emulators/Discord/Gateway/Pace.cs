namespace Bot.Emulators.Discord.Gateway;

/// <summary>Limits how often something may happen within a sliding window.</summary>
internal sealed class Pace(TimeSpan window, TimeProvider time)
{
    private readonly Queue<long> _seen = [];

    /// <summary>False if the limit is exceeded.</summary>
    public bool Take(int most)
    {
        var now = time.GetTimestamp();
        while (_seen.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= window)
        {
            _seen.Dequeue();
        }

        if (_seen.Count >= most)
        {
            return false;
        }

        _seen.Enqueue(now);
        return true;
    }
}
