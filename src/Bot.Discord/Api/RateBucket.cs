namespace Bot.Discord.Api;

/// <summary>
/// One of Discord's buckets: a number of calls until it refills, as stated by the headers of its last answer. One call at a time, because
/// only an answer says what is left. https://discord.com/developers/docs/topics/rate-limits#header-format
/// </summary>
internal sealed class RateBucket : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();
    private int _remaining = int.MaxValue;
    private TimeSpan _resetAt;
    private TimeSpan _closedUntil;

    /// <summary>When it last let a call through or learned something.</summary>
    public TimeSpan UsedAt { get; private set; }

    public Task EnterAsync(CancellationToken cancellationToken) => _turn.WaitAsync(cancellationToken);

    public void Leave() => _turn.Release();

    public void Dispose() => _turn.Dispose();

    /// <summary>When the next call may leave, by the monotonic clock; if past, now.</summary>
    public TimeSpan Opens
    {
        get
        {
            lock (_gate)
            {
                return _remaining > 0 || _closedUntil > _resetAt ? _closedUntil : _resetAt;
            }
        }
    }

    /// <summary>A call leaves: counts one less than the last answer said, until the next answer.</summary>
    public void Take(TimeSpan now)
    {
        lock (_gate)
        {
            UsedAt = now;
            if (now >= _resetAt)
            {
                _remaining = int.MaxValue;
            }
            else if (_remaining > 0 && _remaining < int.MaxValue)
            {
                _remaining--;
            }
        }
    }

    /// <param name="resetAfter">Counted from the arrival of the answer, so never too early.</param>
    public void Learn(int remaining, TimeSpan resetAfter, TimeSpan now)
    {
        lock (_gate)
        {
            (_remaining, _resetAt, UsedAt) = (remaining, now + resetAfter, now);
        }
    }

    /// <summary>Told to wait: applies whatever the headers say, because some limits appear in none of them.</summary>
    public void Close(TimeSpan until)
    {
        lock (_gate)
        {
            _closedUntil = until > _closedUntil ? until : _closedUntil;
        }
    }
}
