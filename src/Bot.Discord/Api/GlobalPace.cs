namespace Bot.Discord.Api;

/// <summary>
/// Discord's limit over all calls of a bot: 50 in any second. A place is taken before a request leaves and is free again a
/// second after it left, and a little more, as requests overtake each other on their way. First come, first served.
/// https://discord.com/developers/docs/topics/rate-limits#global-rate-limit
/// </summary>
internal sealed class GlobalPace(MonotonicTime time) : IDisposable
{
    public const int PerSecond = 50;

    /// <summary>The second, and what the way of two requests may differ by.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1025);

    private readonly SemaphoreSlim _places = new(PerSecond, PerSecond);
    private long _opens;

    /// <summary>When anything may leave again after a 429 for all; the past: now.</summary>
    public TimeSpan Opens => new(Volatile.Read(ref _opens));

    /// <summary>A 429 for all calls.</summary>
    public void Close(TimeSpan until)
    {
        var ticks = until.Ticks;
        for (var seen = Volatile.Read(ref _opens); seen < ticks;)
        {
            var was = Interlocked.CompareExchange(ref _opens, ticks, seen);
            if (was == seen)
            {
                return;
            }

            seen = was;
        }
    }

    public async Task<Place> TakeAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        return new Place(this);
    }

    public void Dispose() => _places.Dispose();

    private void FreeAfter(TimeSpan wait)
    {
        ITimer? timer = null;
        timer = time.Provider.CreateTimer(
            _ =>
            {
                timer?.Dispose();
                Free();
            },
            null,
            wait,
            Timeout.InfiniteTimeSpan);
    }

    private void Free()
    {
        try
        {
            _places.Release();
        }
        catch (ObjectDisposedException)
        {
            // The process is ending.
        }
    }

    /// <summary>One of the fifty.</summary>
    internal sealed class Place(GlobalPace pace) : IDisposable
    {
        private int _used;

        /// <summary>The request leaves now.</summary>
        public void Left()
        {
            if (Interlocked.Exchange(ref _used, 1) == 0)
            {
                pace.FreeAfter(Window);
            }
        }

        /// <summary>Gives back a place of which nothing left.</summary>
        public void Dispose()
        {
            if (Interlocked.Exchange(ref _used, 1) == 0)
            {
                pace.Free();
            }
        }
    }
}
