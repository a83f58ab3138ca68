namespace Bot.Emulators.Faults;

/// <summary>A maximum number of calls within a sliding window.</summary>
public sealed record RateLimit(int Calls, TimeSpan Window);

/// <summary>Counts calls against limits per name (a channel, a token).</summary>
public sealed class RateLimits(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, RateLimit> _limits = [];
    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = [];

    /// <param name="scope"><c>channel</c> or <c>token</c>.</param>
    /// <param name="limit">Null for none.</param>
    public void Set(string scope, RateLimit? limit)
    {
        lock (_gate)
        {
            _limits.Remove(scope);
            if (limit is not null)
            {
                _limits[scope] = limit;
            }
        }
    }

    /// <summary>Null if the call is within the limit, otherwise how long to wait. Refused calls do not count.</summary>
    public TimeSpan? Take(string scope, string name)
    {
        lock (_gate)
        {
            if (!_limits.TryGetValue(scope, out var limit))
            {
                return null;
            }

            var now = time.GetUtcNow();
            var key = scope + ":" + name;
            if (!_calls.TryGetValue(key, out var seen))
            {
                _calls[key] = seen = new Queue<DateTimeOffset>();
            }

            while (seen.TryPeek(out var oldest) && now - oldest >= limit.Window)
            {
                seen.Dequeue();
            }

            if (seen.Count >= limit.Calls)
            {
                return seen.Peek() + limit.Window - now;
            }

            seen.Enqueue(now);
            return null;
        }
    }
}
