namespace Bot.Discord.Api;

/// <summary>
/// Discord's limit over all calls of a bot: 50 in any second, first come, first served.
/// https://discord.com/developers/docs/topics/rate-limits#global-rate-limit
/// </summary>
/// <remarks>
/// Discord counts a request at some moment between its leaving and its answer. A slot is therefore free again a second after the answer
/// or, once enough answers were seen, half of the shortest round trip earlier, because the next request takes at least that long to
/// arrive. So Discord never counts fifty-one within a second, however much the trips differ.
/// </remarks>
internal sealed class GlobalPace(MonotonicTime time) : IDisposable
{
    public const int PerSecond = 50;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Answers needed before the shortest round trip counts: the first ones are slower than later ones.</summary>
    private const int EnoughAnswers = 200;

    /// <summary>A timer may fire slightly early.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(2);

    private readonly SemaphoreSlim _places = new(PerSecond, PerSecond);
    private long _opens;
    private long _shortest = long.MaxValue;
    private int _answers;

    /// <summary>When calls may leave again after a global 429; if past, now.</summary>
    public TimeSpan Opens => new(Volatile.Read(ref _opens));

    private TimeSpan Now => time.Now;

    /// <summary>Records a 429 for all calls.</summary>
    public void Close(TimeSpan until) => Raise(ref _opens, until.Ticks, (seen, wanted) => wanted > seen);

    public async Task<Place> TakeAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        return new Place(this);
    }

    public void Dispose() => _places.Dispose();

    private static void Raise(ref long value, long wanted, Func<long, long, bool> isBetter)
    {
        for (var seen = Volatile.Read(ref value); isBetter(seen, wanted); )
        {
            var was = Interlocked.CompareExchange(ref value, wanted, seen);
            if (was == seen)
            {
                return;
            }

            seen = was;
        }
    }

    private void FreeAfter(TimeSpan left)
    {
        var now = time.Now;
        Raise(ref _shortest, (now - left).Ticks, (seen, wanted) => wanted < seen);
        var spare = Interlocked.Increment(ref _answers) > EnoughAnswers ? new TimeSpan(Volatile.Read(ref _shortest) / 2) : TimeSpan.Zero;
        ITimer? timer = null;
        timer = time.Provider.CreateTimer(
            _ =>
            {
                timer?.Dispose();
                Free();
            },
            null,
            Second + Slack - spare,
            Timeout.InfiniteTimeSpan
        );
    }

    private void Free()
    {
        try
        {
            _places.Release();
        }
        catch (ObjectDisposedException)
        {
            // The process is stopping.
        }
    }

    /// <summary>One of the fifty slots. Dispose it when the call has ended; it costs nothing until the request leaves.</summary>
    internal sealed class Place(GlobalPace pace) : IDisposable
    {
        private TimeSpan? _left;
        private int _ended;

        /// <summary>Records that the request leaves now.</summary>
        public void Left() => _left ??= pace.Now;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) != 0)
            {
                return;
            }

            if (_left is { } left)
            {
                pace.FreeAfter(left);
            }
            else
            {
                pace.Free();
            }
        }
    }
}
