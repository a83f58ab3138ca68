using System.Collections.Concurrent;
using Bot.Chat.Platforms;

namespace Bot.Discord.Sending;

/// <summary>
/// When this process first sent a post, by the monotonic clock. Posts sent by another process, or before a restart, are unknown here: a
/// clock that may be set must not decide how old a nonce is.
/// </summary>
internal sealed class FirstAttempts(TimeProvider time)
{
    /// <summary>Nobody asks after longer than this.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private const int Many = 20_000;

    private readonly ConcurrentDictionary<PostKey, long> _left = new();
    private long _pruned = time.GetTimestamp();

    /// <summary>Records that a request leaves now.</summary>
    public void Note(PostKey key)
    {
        _left.TryAdd(key, time.GetTimestamp());
        if (_left.Count > Many && time.GetElapsedTime(_pruned) > Kept)
        {
            _pruned = time.GetTimestamp();
            foreach (var (old, _) in _left.Where(entry => time.GetElapsedTime(entry.Value) > Kept))
            {
                _left.TryRemove(old, out _);
            }
        }
    }

    /// <summary>Null: not by this process, or long ago.</summary>
    public TimeSpan? Since(PostKey key) => _left.TryGetValue(key, out var at) ? time.GetElapsedTime(at) : null;
}
