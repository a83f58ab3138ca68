using System.Text;
using System.Text.Json;

namespace Bot.Emulators.Log;

/// <summary>
/// The append-only record of what an emulator did, in memory and, if a path is given, as JSON lines in a file that is
/// written before anyone can see the entry. Readers wait for entries instead of polling.
/// </summary>
public sealed class ServerLog : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<LogEntry> _entries = [];
    private readonly FileStream? _file;
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ServerLog(string? path = null)
    {
        _file = path is null ? null : new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 1);
    }

    public IReadOnlyList<LogEntry> All => After(0);

    /// <summary>Appends the entry that <paramref name="make"/> builds from the next sequence number.</summary>
    public LogEntry Append(Func<long, LogEntry> make)
    {
        TaskCompletionSource signal;
        LogEntry entry;
        lock (_gate)
        {
            entry = make(_entries.Count + 1);
            _file?.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, LogJson.Options) + "\n"));
            _entries.Add(entry);
            signal = _grown;
            _grown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        signal.SetResult();
        return entry;
    }

    /// <summary>Entries after a sequence number, oldest first.</summary>
    public IReadOnlyList<LogEntry> After(long sequence)
    {
        lock (_gate)
        {
            return sequence >= _entries.Count ? [] : _entries.GetRange((int)sequence, _entries.Count - (int)sequence);
        }
    }

    /// <summary>Like <see cref="After"/>, but waits for at least one entry; empty if the deadline passes.</summary>
    public async Task<IReadOnlyList<LogEntry>> WaitAsync(long after, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(deadline);
        while (true)
        {
            Task signal;
            lock (_gate)
            {
                if (_entries.Count > after)
                {
                    return _entries.GetRange((int)after, _entries.Count - (int)after);
                }

                signal = _grown.Task;
            }

            try
            {
                await signal.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return [];
            }
        }
    }

    /// <summary>The first matching entry after a sequence number.</summary>
    /// <exception cref="TimeoutException">None came in time; the message contains the log.</exception>
    public async Task<LogEntry> WaitForAsync(
        Func<LogEntry, bool> fits,
        TimeSpan deadline,
        CancellationToken cancellationToken,
        long after = 0
    )
    {
        var end = TimeProvider.System.GetTimestamp() + (long)(deadline.TotalSeconds * TimeProvider.System.TimestampFrequency);
        while (true)
        {
            foreach (var entry in After(after))
            {
                if (fits(entry))
                {
                    return entry;
                }

                after = entry.Sequence;
            }

            var left = TimeProvider.System.GetElapsedTime(TimeProvider.System.GetTimestamp(), end);
            if (left <= TimeSpan.Zero)
            {
                throw new TimeoutException($"Nothing fitting in the log after {deadline.TotalSeconds} s:\n{string.Join('\n', All)}");
            }

            await WaitAsync(after, left, cancellationToken);
        }
    }

    public void Dispose() => _file?.Dispose();
}
