using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>Reads for the question that is being answered, and what it reads is kept; outside of questions from the database.</summary>
internal sealed class ArchiveReads(IDbContextFactory<ArchiveContext> contexts)
{
    /// <summary>What a row takes as objects, roughly, if nothing better is known.</summary>
    public const int RowBytes = 1_000;

    /// <summary>The change counter under which the question reads; null outside of questions.</summary>
    public long? Version => ReadModel.Current is { } question && question.IsOf(contexts) ? question.Kept.Version : null;

    /// <param name="key">Equal only for the same question to the archive: what is read, and all that it depends on.</param>
    /// <param name="read">Has read all that it returns when it ends. The result must not be changed by anyone.</param>
    /// <param name="bytes">What a result takes in memory; null for a row or two.</param>
    public async ValueTask<T> KeptAsync<T>(
        object key,
        Func<ArchiveContext, Task<T>> read,
        CancellationToken cancellationToken,
        Func<T, int>? bytes = null
    )
    {
        if (ReadModel.Current is not { } question || !question.IsOf(contexts))
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            return await read(context);
        }

        if (question.Kept.TryGet<T>(key, out var kept))
        {
            return kept!;
        }

        var value = await question.ReadAsync(read, cancellationToken);
        question.Kept.Keep(key, value, bytes is null ? RowBytes : bytes(value));
        return value;
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
