using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Ledger;

/// <summary>
/// Runs the ledger's writes, each whole or not at all. A write is never cancelled: it records what already happened.
/// SQLite has one writer and a commit there costs a sync of the disk, so writes that wait at the same moment share a
/// transaction; each still completes only after its commit. PostgreSQL runs each on a connection of its own.
/// </summary>
public sealed class LedgerWriter(IDbContextFactory<ArchiveContext> contexts) : IAsyncDisposable, IDisposable
{
    private const int MostInOneCommit = 128;

    private readonly Channel<Write> queue = Channel.CreateUnbounded<Write>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock starting = new();
    private Task? loop;
    private bool? isSqlite;

    /// <param name="work">Updates through the context it is given; runs in a transaction. May run again if a neighbour's write in the same commit failed.</param>
    public async Task<T> WriteAsync<T>(Func<ArchiveContext, Task<T>> work)
    {
        if (!(isSqlite ??= await AskProviderAsync()))
        {
            await using var context = await contexts.CreateDbContextAsync();
            return await AloneAsync(context, work);
        }

        lock (starting)
        {
            loop ??= Task.Run(LoopAsync);
        }

        var write = new Write<T>(work);
        await queue.Writer.WriteAsync(write);
        return await write.Completion.Task;
    }

    /// <summary>Takes no more writes; those waiting are still done in the background.</summary>
    public void Dispose() => queue.Writer.TryComplete();

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        if (loop is { } running)
        {
            await running;
        }
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
        await using var context = await contexts.CreateDbContextAsync();
        return context.Database.IsSqlite();
    }

    private async Task LoopAsync()
    {
        ArchiveContext? context = null;
        var batch = new List<Write>();
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostInOneCommit && queue.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            try
            {
                context ??= await OpenAsync();
                await TogetherAsync(context, batch);
            }
            catch (Exception failure)
            {
                // The connection may be what is broken: a new one for the next batch.
                if (context is not null)
                {
                    await context.DisposeAsync();
                    context = null;
                }

                await OneByOneAsync(batch, failure);
            }
        }

        if (context is not null)
        {
            await context.DisposeAsync();
        }
    }

    private async Task<ArchiveContext> OpenAsync()
    {
        var context = await contexts.CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        return context;
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

    /// <summary>So that a write that cannot succeed fails alone.</summary>
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
                await using var context = await contexts.CreateDbContextAsync();
                await AloneAsync(context, async own =>
                {
                    await write.RunAsync(own);
                    return true;
                });
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
        private T? result;

        public TaskCompletionSource<T> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task RunAsync(ArchiveContext context) => result = await work(context);

        public override void Complete() => Completion.TrySetResult(result!);

        public override void Fail(Exception failure) => Completion.TrySetException(failure);
    }
}
