namespace Bot.Emulators.Slack.Limits;

/// <summary>Refills evenly; holds at most the burst.</summary>
internal sealed class TokenBucket(double perSecond, int burst, TimeProvider time)
{
    private double level = burst;
    private long filledAt = time.GetTimestamp();

    /// <summary>Null if a token was available, otherwise how long until one is.</summary>
    public TimeSpan? Take()
    {
        var now = time.GetTimestamp();
        level = Math.Min(burst, level + (time.GetElapsedTime(filledAt, now).TotalSeconds * perSecond));
        filledAt = now;
        if (level < 1)
        {
            return TimeSpan.FromSeconds((1 - level) / perSecond);
        }

        level--;
        return null;
    }
}
