using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>
/// One question's way to the database: a connection that is opened once and shared by its reads, which come one after another. Reads that
/// come side by side get connections of their own.
/// </summary>
internal sealed class QuestionReads(IDbContextFactory<ArchiveContext> contexts) : IAsyncDisposable
{
    private ArchiveContext? _context;
    private int _isReading;

    /// <summary>What earlier questions read.</summary>
    public KeptReads Kept { get; set; } = new(Version: long.MinValue);

    /// <summary>Whether the question is asked of that archive.</summary>
    public bool IsOf(IDbContextFactory<ArchiveContext> archive) => ReferenceEquals(contexts, archive);

    /// <summary>The question goes on with something that may be older than the archive: what is made of it must not last.</summary>
    public void KeepForItself() => Kept = new KeptReads(Kept.Version);

    /// <summary>What an earlier question read, or else what this one reads now, which is kept.</summary>
    /// <param name="bytes">What a result takes in memory, roughly.</param>
    public async ValueTask<T> KeptAsync<T>(object key, Func<Task<T>> read, Func<T, int> bytes)
    {
        if (Kept.TryGet<T>(key, out var kept))
        {
            return kept!;
        }

        var value = await read();
        Kept.Keep(key, value, bytes(value));
        return value;
    }

    /// <param name="read">Has read all that it returns when it ends.</param>
    public async Task<T> ReadAsync<T>(Func<ArchiveContext, Task<T>> read, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isReading, 1) == 1)
        {
            await using var own = await contexts.CreateDbContextAsync(cancellationToken);
            return await read(own);
        }

        try
        {
            if (_context is null)
            {
                var context = await contexts.CreateDbContextAsync(cancellationToken);
                _context = context;
                await context.Database.OpenConnectionAsync(cancellationToken);
            }

            return await read(_context);
        }
        finally
        {
            Volatile.Write(ref _isReading, 0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_context is { } context)
        {
            await context.DisposeAsync();
        }
    }
}
