using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Bot.Archive.Askers;

/// <summary>
/// When people last got an answer. Notes are gathered in memory and written together every <see cref="Pace"/>, so that no answer waits for
/// the single writer; what a killed process had not yet written only makes the next catch-up begin a little earlier.
/// </summary>
public sealed partial class AskerStore(IDbContextFactory<ArchiveContext> contexts, TimeProvider time, ILogger<AskerStore> logger)
    : IAskers,
        IAsyncDisposable
{
    /// <summary>Longest time between an answer and its note in the database.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private const int RowsPerStatement = 200;

    private const int LongestId = 64;

    private readonly ConcurrentDictionary<Asker, DateTimeOffset> _noted = new();
    private ITimer? _timer;
    private Task _writing = Task.CompletedTask;
    private int _isWaiting;

    public async ValueTask<DateTimeOffset?> LastAnsweredAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (Asker.Of(call) is not { } asker)
        {
            return null;
        }

        if (_noted.TryGetValue(asker, out var noted))
        {
            return noted;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context
            .Askers.Where(row => row.Platform == asker.Platform && row.Workspace == asker.Workspace && row.Person == asker.Person)
            .Select(row => (DateTimeOffset?)row.AnsweredAt)
            .FirstOrDefaultAsync(cancellationToken);
        return found;
    }

    public void Answered(CommandCall call, DateTimeOffset asked)
    {
        if (Asker.Of(call) is not { } asker)
        {
            return;
        }

        _noted.AddOrUpdate(asker, asked, (_, noted) => asked > noted ? asked : noted);
        if (Interlocked.Exchange(ref _isWaiting, 1) == 0)
        {
            _timer?.Dispose();
            _timer = time.CreateTimer(_ => _writing = WriteAsync(), null, Pace, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Writes what is noted. A failure is logged; the notes are tried again with the next ones.</summary>
    public async Task WriteAsync()
    {
        Volatile.Write(ref _isWaiting, 0);
        try
        {
            // In the order of their keys, so that two processes cannot wait for each other.
            foreach (var some in _noted.OrderBy(note => note.Key).Chunk(RowsPerStatement))
            {
                await UpsertAsync(some);
                foreach (var note in some)
                {
                    // Unless a newer one has come.
                    _noted.TryRemove(note);
                }
            }
        }
        catch (Exception failure)
        {
            Log.NotWritten(logger, _noted.Count, failure.GetType().Name);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_timer is { } timer)
        {
            await timer.DisposeAsync();
        }

        await _writing;
        if (!_noted.IsEmpty)
        {
            await WriteAsync();
        }
    }

    private async Task UpsertAsync(KeyValuePair<Asker, DateTimeOffset>[] notes)
    {
        var sql = new StringBuilder("""INSERT INTO askers ("Platform", "Workspace", "Person", "AnsweredAt") VALUES """);
        var parameters = new List<object>(notes.Length * 4);
        foreach (var (asker, at) in notes)
        {
            var n = parameters.Count;
            sql.Append(n == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"({{{n}}}, {{{n + 1}}}, {{{n + 2}}}, {{{n + 3}}})");
            parameters.AddRange([asker.Platform, asker.Workspace, asker.Person, at.UtcTicks]);
        }

        sql.Append(
            """
             ON CONFLICT ("Platform", "Workspace", "Person") DO UPDATE SET "AnsweredAt" = excluded."AnsweredAt"
            WHERE excluded."AnsweredAt" > askers."AnsweredAt"
            """
        );
        await using var context = await contexts.CreateDbContextAsync();
        await context.Database.ExecuteSqlRawAsync(sql.ToString(), parameters);
    }

    private readonly record struct Asker(string Platform, string Workspace, string Person) : IComparable<Asker>
    {
        public static Asker? Of(CommandCall call)
        {
            ArgumentNullException.ThrowIfNull(call);
            return call.User.Length is 0 or > LongestId || call.Workspace.Length > LongestId
                ? null
                : new Asker(call.Platform.Value, call.Workspace, call.User);
        }

        public int CompareTo(Asker other)
        {
            var order = string.CompareOrdinal(Platform, other.Platform);
            order = order != 0 ? order : string.CompareOrdinal(Workspace, other.Workspace);
            return order != 0 ? order : string.CompareOrdinal(Person, other.Person);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1510, LogLevel.Warning, "When {Count} people last got an answer could not be written yet: {Failure}")]
        public static partial void NotWritten(ILogger logger, int count, string failure);
    }
}
