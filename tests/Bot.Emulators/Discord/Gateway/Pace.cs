namespace Bot.Emulators.Discord.Gateway;

/// <summary>Limits how often something may happen within a sliding window.</summary>
internal sealed class Pace(TimeSpan window, TimeProvider time)
{
    private readonly Queue<long> seen = [];

    /// <summary>False if the limit is exceeded.</summary>
    public bool Take(int most)
    {
        var now = time.GetTimestamp();
        while (seen.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= window)
        {
            seen.Dequeue();
        }

        if (seen.Count >= most)
        {
            return false;
        }

        seen.Enqueue(now);
        return true;
    }
}
