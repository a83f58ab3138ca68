using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat.Answering;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Saving;

/// <summary>
/// The change counter of the briefings, polled in the background while it is in use. While it is unknown (nobody asked
/// for a while, or the database does not answer), each caller gets a unique number that no cached answer has.
/// </summary>
public sealed class ArchiveVersion(IDbContextFactory<ArchiveContext> contexts, TimeProvider time) : IArchiveVersion, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(300);

    /// <summary>Polling stops after this long without a question.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stopping = new();
    private Reading? _last;
    private long _askedAt;
    private long _unknown;
    private int _isLooking;

    public long Current
    {
        get
        {
            Volatile.Write(ref _askedAt, time.GetTimestamp());
            if (Interlocked.Exchange(ref _isLooking, 1) == 0)
            {
                _ = Task.Run(LookAsync);
            }

            return Volatile.Read(ref _last) is { } known && time.GetElapsedTime(known.At) <= Fresh
                ? known.Number
                : Interlocked.Decrement(ref _unknown);
        }
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private async Task LookAsync()
    {
        try
        {
            var cancel = _stopping.Token;
            while (time.GetElapsedTime(Volatile.Read(ref _askedAt)) < Idle)
            {
                // Before the read, because changes during it may be missed.
                var at = time.GetTimestamp();
                await using (var context = await contexts.CreateDbContextAsync(cancel))
                {
                    Volatile.Write(ref _last, new Reading(await ChangeCounts.ReadAsync(context, ChangeCount.Briefings, cancel), at));
                }

                await Task.Delay(Rhythm, time, cancel);
            }
        }
        catch (Exception)
        {
            // Answers are not cached until the database is back; the next question polls again.
        }
        finally
        {
            Volatile.Write(ref _isLooking, 0);
        }
    }

    private sealed record Reading(long Number, long At);
}
