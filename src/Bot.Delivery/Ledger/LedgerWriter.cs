using Bot.Archive;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Ledger;

/// <summary>
/// Runs the ledger's writes, each completely or not at all. A write is never cancelled: it records what already happened. SQLite has one
/// writer and each commit costs a disk sync, so writes that wait at the same moment share a transaction; each still completes only after
/// its commit. PostgreSQL runs each on its own connection.
/// </summary>
public sealed class LedgerWriter(IDbContextFactory<ArchiveContext> contexts) : IAsyncDisposable, IDisposable
{
    private const int MostInOneCommit = 128;

    private readonly Lock _gate = new();
    private readonly Queue<Write> _waiting = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isLed;
    private bool _isClosed;
    private bool? _isSqlite;

    // Belongs to the current leader.
    private ArchiveContext? _context;

    /// <param name="work">
    /// Updates through the given context, in a transaction. May run again if another write in the same commit failed.
    /// </param>
    /// <exception cref="ObjectDisposedException">The writer was already closed.</exception>
    public async Task<T> WriteAsync<T>(Func<ArchiveContext, Task<T>> work)
    {
        if (!(_isSqlite ??= await AskProviderAsync()))
        {
            await using var own = await contexts.CreateDbContextAsync();
            return await AloneAsync(own, work);
        }

        var write = new Write<T>(work);
        if (Enqueue(write))
        {
            // Nobody is writing, so the caller does, then hands over what has arrived meanwhile.
            await CommitNextAsync();
            if (!await RestsAsync())
            {
                _ = Task.Run(LeadAsync);
            }
        }

        return await write.Completion.Task;
    }

    /// <summary>Accepts no more writes; those waiting still run in the background.</summary>
    public void Dispose()
    {
        if (Close() is { } unused)
        {
            unused.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Close() is { } unused)
        {
            await unused.DisposeAsync();
        }

        await _idle.Task;
    }

    private static async Task<T> AloneAsync<T>(ArchiveContext context, Func<ArchiveContext, Task<T>> work)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        var result = await work(context);
        await transaction.CommitAsync();
        return result;
    }

    private async Task<bool> AskProviderAsync()
    {
        await using var asked = await contexts.CreateDbContextAsync();
        return asked.Database.IsSqlite();
    }

    /// <summary>True: the caller now leads.</summary>
    private bool Enqueue(Write write)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            _waiting.Enqueue(write);
            return !_isLed && (_isLed = true);
        }
    }

    private async Task LeadAsync()
    {
        do
        {
            await CommitNextAsync();
        } while (!await RestsAsync());
    }

    /// <summary>Gives up the lead if nothing waits.</summary>
    private async ValueTask<bool> RestsAsync()
    {
        lock (_gate)
        {
            if (_waiting.Count > 0)
            {
                return false;
            }

            if (!_isClosed)
            {
                _isLed = false;
                return true;
            }
        }

        await DropContextAsync();
        _idle.TrySetResult();
        return true;
    }

    /// <summary>The connection, if nobody else will close it.</summary>
    private ArchiveContext? Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            if (_isLed)
            {
                return null;
            }

            _idle.TrySetResult();
            var unused = _context;
            _context = null;
            return unused;
        }
    }

    private async Task CommitNextAsync()
    {
        List<Write> batch = [];
        lock (_gate)
        {
            while (batch.Count < MostInOneCommit && _waiting.TryDequeue(out var write))
            {
                batch.Add(write);
            }
        }

        try
        {
            _context ??= await OpenAsync();
            await TogetherAsync(_context, batch);
        }
        catch (Exception failure)
        {
            // The connection itself may be broken: use a new one for the next batch.
            await DropContextAsync();
            await OneByOneAsync(batch, failure);
        }
    }

    private async Task DropContextAsync()
    {
        if (_context is { } dropped)
        {
            _context = null;
            try
            {
                await dropped.DisposeAsync();
            }
            catch (Exception)
            {
                // A connection that fails to close is gone all the same; the waiting writers must still get their result.
            }
        }
    }

    private async Task<ArchiveContext> OpenAsync()
    {
        var opened = await contexts.CreateDbContextAsync();
        await opened.Database.OpenConnectionAsync();
        return opened;
    }

    private static async Task TogetherAsync(ArchiveContext context, List<Write> batch)
    {
        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            foreach (var write in batch)
            {
                await write.RunAsync(context);
            }

            await transaction.CommitAsync();
        }

        context.ChangeTracker.Clear();
        batch.ForEach(write => write.Complete());
    }

    /// <summary>So that only the write that cannot succeed fails.</summary>
    private async Task OneByOneAsync(List<Write> batch, Exception failure)
    {
        if (batch.Count == 1)
        {
            batch[0].Fail(failure);
            return;
        }

        foreach (var write in batch)
        {
            try
            {
                await using var single = await contexts.CreateDbContextAsync();
                await AloneAsync(
                    single,
                    async own =>
                    {
                        await write.RunAsync(own);
                        return true;
                    }
                );
                write.Complete();
            }
            catch (Exception own)
            {
                write.Fail(own);
            }
        }
    }

    private abstract class Write
    {
        public abstract Task RunAsync(ArchiveContext context);

        public abstract void Complete();

        public abstract void Fail(Exception failure);
    }

    private sealed class Write<T>(Func<ArchiveContext, Task<T>> work) : Write
    {
        private T? _result;

        public TaskCompletionSource<T> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task RunAsync(ArchiveContext context) => _result = await work(context);

        public override void Complete() => Completion.TrySetResult(_result!);

        public override void Fail(Exception failure) => Completion.TrySetException(failure);
    }
}
