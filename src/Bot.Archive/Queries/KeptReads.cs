using System.Collections.Concurrent;

namespace Bot.Archive.Queries;

/// <summary>What was read while the archive had one number, by what was asked for. Thread-safe.</summary>
/// <param name="Version">The archive's change counter before any of it was read.</param>
internal sealed record KeptReads(long Version)
{
    /// <summary>Key, entry and the table's share.</summary>
    private const int Overhead = 300;

    private readonly ConcurrentDictionary<object, object?> _values = new();
    private long _bytes;

    public bool IsFull => Interlocked.Read(ref _bytes) >= ReadModel.MostBytes;

    public bool TryGet<T>(object key, out T? value)
    {
        var found = _values.TryGetValue(key, out var kept);
        value = found ? (T?)kept : default;
        return found;
    }

    /// <summary>What alone would take an eighth of all is not kept.</summary>
    public void Keep(object key, object? value, int bytes)
    {
        if (!IsFull && bytes <= ReadModel.MostBytes / 8 && _values.TryAdd(key, value))
        {
            Interlocked.Add(ref _bytes, bytes + Overhead);
        }
    }
}
