using System.Collections.Concurrent;
using Bot.Delivery.Ledger;

namespace Bot.Delivery.Sending;

/// <summary>Caches frozen payloads, so that thousands of channels that get the same section read it once.</summary>
public sealed class PayloadCache(DueDeliveries due)
{
    private const int Most = 256;

    private readonly ConcurrentDictionary<string, string> _contents = new();

    public async Task<string> ReadAsync(string hash, CancellationToken cancellationToken)
    {
        if (_contents.TryGetValue(hash, out var content))
        {
            return content;
        }

        content = await due.PayloadAsync(hash, cancellationToken);
        if (_contents.Count >= Most)
        {
            _contents.Clear();
        }

        _contents[hash] = content;
        return content;
    }
}
