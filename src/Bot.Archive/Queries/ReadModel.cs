using Bot.Archive.Entities;
using Bot.Chat.Answering;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>
/// What questions read from the archive, kept in memory within a bound while the archive is unchanged. A question begins with the archive's
/// change counter, which every process raises in the transaction of a change: what was kept under another number is never found. What a
/// question does read, it reads over one connection. Thread-safe; one instance per process.
/// </summary>
public sealed class ReadModel(IDbContextFactory<ArchiveContext> contexts) : IReadModel, IDisposable
{
    /// <summary>Memory that all that is kept may take, in bytes, as far as it can be estimated. What comes beyond it starts anew.</summary>
    public const long MostBytes = 24 * 1024 * 1024;

    private static readonly AsyncLocal<QuestionReads?> Asked = new();

    // Compiled per instance, not per process: a compiled query is tied to a model, and each database has its own.
    private readonly Func<ArchiveContext, string, CancellationToken, Task<long>> _version = EF.CompileAsyncQuery(
        (ArchiveContext context, string name, CancellationToken _) =>
            context.ChangeCounts.Where(count => count.Name == name).Select(count => count.Number).Single()
    );

    private readonly Func<ArchiveContext, string, long> _versionAtOnce = EF.CompileQuery(
        (ArchiveContext context, string name) =>
            context.ChangeCounts.Where(count => count.Name == name).Select(count => count.Number).Single()
    );

    private readonly OpenReader _open = new(contexts);

    private KeptReads _kept = new(Version: long.MinValue);

    /// <summary>The reads of the question that is being answered; null outside of questions.</summary>
    internal static QuestionReads? Current => Asked.Value;

    public async Task<T> AnswerAsync<T>(Func<Task<T>> answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        await using var reads = new QuestionReads(contexts);
        reads.Kept = KeptOf(
            _open.TryRead(context => _versionAtOnce(context, ChangeCount.Briefings), out var version)
                ? version
                : await reads.ReadAsync(context => _version(context, ChangeCount.Briefings, cancellationToken), cancellationToken)
        );
        // Set inside an asynchronous method, so it ends with it.
        Asked.Value = reads;
        return await answer();
    }

    public void Dispose() => _open.Dispose();

    /// <summary>What is made of several reads, kept as they are; outside of questions it is made anew.</summary>
    /// <param name="key">Equal only for the same: what is read, and all that it depends on.</param>
    /// <param name="read">Its result must not be changed by anyone.</param>
    /// <param name="bytes">What a result takes in memory, roughly.</param>
    public async ValueTask<T> KeptAsync<T>(object key, Func<Task<T>> read, Func<T, int> bytes)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(bytes);
        return Current is { } question && question.IsOf(contexts) ? await question.KeptAsync(key, read, bytes) : await read();
    }

    /// <summary>A question that read an older number while another read a newer one keeps what it reads for itself.</summary>
    private KeptReads KeptOf(long version)
    {
        while (true)
        {
            var kept = Volatile.Read(ref _kept);
            if (kept.Version == version && !kept.IsFull)
            {
                return kept;
            }

            var anew = new KeptReads(version);
            if (kept.Version > version || Interlocked.CompareExchange(ref _kept, anew, kept) == kept)
            {
                return anew;
            }
        }
    }
}
