using System.Collections.Concurrent;
using System.Globalization;
using Bot.Chat.Calls;

namespace Bot.Discord.Api;

/// <summary>
/// All limits of one token: a bucket for each route and major parameter, found by the hash in its answers; the global limit; the budget of
/// invalid requests. No figure that a header provides is hard-coded.
/// </summary>
internal sealed class DiscordBuckets(MonotonicTime time) : IDisposable
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, string> _hashes = new();
    private readonly ConcurrentDictionary<(string Hash, string Major), RateBucket> _buckets = new();
    private TimeSpan _sweptAt = time.Now;

    public GlobalPace Pace { get; } = new(time);

    public InvalidRequests Invalid { get; } = new(time);

    public RateBucket Of(DiscordRoute route)
    {
        Sweep();
        return _buckets.GetOrAdd((_hashes.GetValueOrDefault(route.Name, route.Name), route.Major), _ => new RateBucket());
    }

    /// <summary>Learns from an answer's headers.</summary>
    /// <param name="bucket">The one that the call went through.</param>
    public void Learn(DiscordRoute route, RateBucket bucket, Exchange.Answered answer)
    {
        Invalid.Note((int)answer.Status, answer.Header("X-RateLimit-Scope"));
        if (
            Seconds(answer, "X-RateLimit-Reset-After") is not { } resetAfter
            || !int.TryParse(answer.Header("X-RateLimit-Remaining"), NumberStyles.None, CultureInfo.InvariantCulture, out var remaining)
        )
        {
            return;
        }

        var now = time.Now;
        bucket.Learn(remaining, resetAfter, now);
        if (answer.Header("X-RateLimit-Bucket") is { Length: > 0 } hash)
        {
            // A route's first answers name the bucket in which its calls are counted from then on.
            _hashes[route.Name] = hash;
            var named = _buckets.GetOrAdd((hash, route.Major), _ => new RateBucket());
            if (named != bucket)
            {
                named.Learn(remaining, resetAfter, now);
            }
        }
    }

    public void Dispose()
    {
        Pace.Dispose();
        foreach (var bucket in _buckets.Values)
        {
            bucket.Dispose();
        }
    }

    private static TimeSpan? Seconds(Exchange.Answered answer, string header) =>
        double.TryParse(answer.Header(header), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && double.IsFinite(seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, 1e8))
            : null;

    /// <summary>Threads come and go every day; an hour later their buckets mean nothing.</summary>
    private void Sweep()
    {
        var now = time.Now;
        if (now - _sweptAt < Forgotten)
        {
            return;
        }

        _sweptAt = now;
        foreach (var (key, bucket) in _buckets)
        {
            if (now - bucket.UsedAt > Forgotten && bucket.Opens <= now)
            {
                _buckets.TryRemove(key, out _);
            }
        }
    }
}
