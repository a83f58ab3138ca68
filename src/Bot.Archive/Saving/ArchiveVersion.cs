using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat.Answering;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Saving;

/// <summary>
/// The count of changes to what briefings say, looked up in the background for as long as somebody asks. While it is not
/// known (nobody asked for a while, the database does not answer) each asking gets a number of its own, which no kept
/// answer has.
/// </summary>
public sealed class ArchiveVersion(IDbContextFactory<ArchiveContext> contexts, TimeProvider time) : IArchiveVersion, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(300);

    /// <summary>Without a question for so long, looking stops.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource stopping = new();
    private Reading? last;
    private long askedAt;
    private long unknown;
    private int isLooking;

    public long Current
    {
        get
        {
            Volatile.Write(ref askedAt, time.GetTimestamp());
            if (Interlocked.Exchange(ref isLooking, 1) == 0)
            {
                _ = Task.Run(LookAsync);
            }

            return Volatile.Read(ref last) is { } known && time.GetElapsedTime(known.At) <= Fresh ? known.Number : Interlocked.Decrement(ref unknown);
        }
    }

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    private async Task LookAsync()
    {
        try
        {
            var cancel = stopping.Token;
            while (time.GetElapsedTime(Volatile.Read(ref askedAt)) < Idle)
            {
                // Before it is read: what changes while it is read is not in it.
                var at = time.GetTimestamp();
                await using (var context = await contexts.CreateDbContextAsync(cancel))
                {
                    Volatile.Write(ref last, new Reading(await ChangeCounts.ReadAsync(context, ChangeCount.Briefings, cancel), at));
                }

                await Task.Delay(Rhythm, time, cancel);
            }
        }
        catch (Exception)
        {
            // Answers are made anew each time until the database is back; the next question looks again.
        }
        finally
        {
            Volatile.Write(ref isLooking, 0);
        }
    }

    private sealed record Reading(long Number, long At);
}
