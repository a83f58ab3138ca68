namespace Bot.Emulators.Slack.Limits;

/// <summary>Refills evenly; holds at most the burst.</summary>
internal sealed class TokenBucket(double perSecond, int burst, TimeProvider time)
{
    private double _level = burst;
    private long _filledAt = time.GetTimestamp();

    /// <summary>Null if a token was available, otherwise how long until one is.</summary>
    public TimeSpan? Take()
    {
        var now = time.GetTimestamp();
        _level = Math.Min(burst, _level + (time.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond));
        _filledAt = now;
        if (_level < 1)
        {
            return TimeSpan.FromSeconds((1 - _level) / perSecond);
        }

        _level--;
        return null;
    }
}
