using System.Text;
using System.Text.Json;

namespace Bot.Emulators.Log;

/// <summary>
/// The append-only record of what an emulator did, in memory and, if a path is given, as JSON lines in a file that is
/// written before anyone can see the entry. Readers wait for entries instead of polling.
/// </summary>
public sealed class ServerLog : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<LogEntry> entries = [];
    private readonly FileStream? file;
    private TaskCompletionSource grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ServerLog(string? path = null)
    {
        file = path is null ? null : new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 1);
    }

    public IReadOnlyList<LogEntry> All => After(0);

    /// <summary>Appends the entry that <paramref name="make"/> builds from the next sequence number.</summary>
    public LogEntry Append(Func<long, LogEntry> make)
    {
        TaskCompletionSource signal;
        LogEntry entry;
        lock (gate)
        {
            entry = make(entries.Count + 1);
            file?.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, LogJson.Options) + "\n"));
            entries.Add(entry);
            signal = grown;
            grown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        signal.SetResult();
        return entry;
    }

    /// <summary>Entries after a sequence number, oldest first.</summary>
    public IReadOnlyList<LogEntry> After(long sequence)
    {
        lock (gate)
        {
            return sequence >= entries.Count ? [] : entries.GetRange((int)sequence, entries.Count - (int)sequence);
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
            lock (gate)
            {
                if (entries.Count > after)
                {
                    return entries.GetRange((int)after, entries.Count - (int)after);
                }

                signal = grown.Task;
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
    public async Task<LogEntry> WaitForAsync(Func<LogEntry, bool> fits, TimeSpan deadline, CancellationToken cancellationToken, long after = 0)
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

    public void Dispose() => file?.Dispose();
}
