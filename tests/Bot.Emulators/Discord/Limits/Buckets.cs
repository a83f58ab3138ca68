using System.Security.Cryptography;
using System.Text;

namespace Bot.Emulators.Discord.Limits;

/// <summary>
/// Discord's limits: all calls of a token together, one bucket per route and major parameter, and limits not shown in
/// headers. The figures are observed; Discord documents only the global one.
/// </summary>
/// <remarks>https://docs.discord.com/developers/topics/rate-limits</remarks>
public sealed class Buckets(TimeProvider time)
{
    /// <summary>For routes with unknown limits: so high that only a runaway client reaches it.</summary>
    private static readonly BucketLimit Wide = BucketLimit.Of(50, 1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, BucketLimit> _told = new()
    {
        ["send"] = BucketLimit.Of(5, 5),
        ["edit"] = BucketLimit.Of(5, 5),
        ["delete"] = BucketLimit.Of(5, 1),
        ["webhook"] = BucketLimit.Of(5, 2),
        ["crosspost"] = BucketLimit.Of(10, 3600),
    };

    private readonly Dictionary<string, BucketLimit> _hidden = new() { ["rename"] = BucketLimit.Of(2, 600) };
    private readonly Dictionary<string, (DateTimeOffset Start, int Calls)> _windows = [];

    /// <summary>Limit for all calls of one token; null for none.</summary>
    public BucketLimit? Global { get; set; } = BucketLimit.Of(50, 1);

    /// <summary>Sets the limit shown in a bucket's headers; null for the wide one.</summary>
    public void Set(string bucket, BucketLimit? limit)
    {
        lock (_gate)
        {
            _told.Remove(bucket);
            if (limit is not null)
            {
                _told[bucket] = limit;
            }
        }
    }

    /// <summary>Sets a limit that shows only in a 429, even while the headers say that calls remain; null for none.</summary>
    public void Hide(string bucket, BucketLimit? limit)
    {
        lock (_gate)
        {
            _hidden.Remove(bucket);
            if (limit is not null)
            {
                _hidden[bucket] = limit;
            }
        }
    }

    /// <summary>Counts a call. A call refused by the global limit does not count in its bucket.</summary>
    /// <param name="major">Channel, guild or webhook.</param>
    /// <param name="sub">A kind of call within the bucket with its own hidden limit.</param>
    /// <param name="token">Null if the call has none, so the global limit does not apply.</param>
    public BucketState Take(string bucket, string major, string? sub, string? token)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var limit = _told.GetValueOrDefault(bucket, Wide);
            var hash = Convert.ToHexStringLower(Digest(bucket));
            if (token is not null && Global is not null && Count("global:" + token, Global, now) is { } tooMany)
            {
                return Stand(bucket, major, limit, hash, now) with { Wait = tooMany, Scope = "global" };
            }

            foreach (var name in new[] { bucket, sub })
            {
                if (
                    name is not null
                    && _hidden.TryGetValue(name, out var secret)
                    && Count($"hidden:{name}:{major}", secret, now) is { } parked
                )
                {
                    return Stand(bucket, major, limit, hash, now) with { Wait = parked, Scope = secret.Scope };
                }
            }

            var wait = Count($"{bucket}:{major}", limit, now);
            return Stand(bucket, major, limit, hash, now) with { Wait = wait, Scope = limit.Scope };
        }
    }

    private BucketState Stand(string bucket, string major, BucketLimit limit, string hash, DateTimeOffset now)
    {
        var (start, calls) = _windows.GetValueOrDefault($"{bucket}:{major}", (now, 0));
        var reset = start + limit.Window;
        if (reset <= now)
        {
            (reset, calls) = (now + limit.Window, 0);
        }

        return new BucketState(hash, limit.Calls, Math.Max(0, limit.Calls - calls), reset, reset - now);
    }

    /// <summary>Null if the call fits, otherwise how long to wait.</summary>
    private TimeSpan? Count(string name, BucketLimit limit, DateTimeOffset now)
    {
        var (start, calls) = _windows.GetValueOrDefault(name, (now, 0));
        if (now - start >= limit.Window)
        {
            (start, calls) = (now, 0);
        }

        if (calls >= limit.Calls)
        {
            return start + limit.Window - now;
        }

        _windows[name] = (start, calls + 1);
        return null;
    }

    private static byte[] Digest(string bucket) => SHA256.HashData(Encoding.UTF8.GetBytes(bucket))[..16];
}
