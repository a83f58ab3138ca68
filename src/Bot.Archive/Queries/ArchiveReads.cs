using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>Reads for the question that is being answered, and what it reads is kept; outside of questions from the database.</summary>
internal sealed class ArchiveReads(IDbContextFactory<ArchiveContext> contexts)
{
    /// <summary>What a row takes as objects, roughly, if nothing better is known.</summary>
    public const int RowBytes = 1_000;

    /// <summary>The change counter under which the question reads; null outside of questions.</summary>
    public long? Version => ReadModel.Current is { } question && question.IsOf(contexts) ? question.Kept.Version : null;

    /// <inheritdoc cref="KeptAsync{T}(object, Func{ArchiveContext, Task{T}}, Func{T, int}, CancellationToken)"/>
    public ValueTask<T> KeptAsync<T>(object key, Func<ArchiveContext, Task<T>> read, CancellationToken cancellationToken) =>
        KeptAsync(key, read, static _ => RowBytes, cancellationToken);

    /// <param name="key">Equal only for the same question to the archive: what is read, and all that it depends on.</param>
    /// <param name="read">Has read all that it returns when it ends. The result must not be changed by anyone.</param>
    /// <param name="bytes">What a result takes in memory, roughly.</param>
    public async ValueTask<T> KeptAsync<T>(
        object key,
        Func<ArchiveContext, Task<T>> read,
        Func<T, int> bytes,
        CancellationToken cancellationToken
    )
    {
        if (ReadModel.Current is not { } question || !question.IsOf(contexts))
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            return await read(context);
        }

        return await question.KeptAsync(key, () => question.ReadAsync(read, cancellationToken), bytes);
    }

    /// <summary>Reads over the question's connection; nothing is kept.</summary>
    public async Task<T> ReadAsync<T>(Func<ArchiveContext, Task<T>> read, CancellationToken cancellationToken)
    {
        if (ReadModel.Current is { } question && question.IsOf(contexts))
        {
            return await question.ReadAsync(read, cancellationToken);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await read(context);
    }
}
