using System.Collections.Concurrent;
using Bot.Briefings;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>
/// Tells whether answers come from briefings that another version of the reader, or another vocabulary, has read: after an upgrade they may
/// lack what is not stored yet. Thread-safe; one instance per process.
/// </summary>
public sealed class RereadQueries(IDbContextFactory<ArchiveContext> contexts, BriefingReader reader)
{
    private readonly ArchiveReads _reads = new(contexts);

    /// <summary>Once all of a series has been read again, this process stores nothing that would have to be.</summary>
    private readonly ConcurrentDictionary<string, bool> _done = new(StringComparer.Ordinal);

    private readonly Func<ArchiveContext, string, string, CancellationToken, Task<int>> _pending = EF.CompileAsyncQuery(
        (ArchiveContext context, string series, string stamp, CancellationToken _) =>
            context.Briefings.Count(row => row.Series == series && !row.IsHeld && row.ReadBy != stamp)
    );

    private readonly Func<ArchiveContext, string, CancellationToken, Task<int>> _all = EF.CompileAsyncQuery(
        (ArchiveContext context, string series, CancellationToken _) => context.Briefings.Count(row => row.Series == series && !row.IsHeld)
    );

    /// <returns>Null: everything was read by today's reader.</returns>
    public async ValueTask<RereadProgress?> OfAsync(string series, CancellationToken cancellationToken)
    {
        if (_done.ContainsKey(series))
        {
            return null;
        }

        var progress = await _reads.KeptAsync<RereadProgress?>(
            ("reread", series),
            async context =>
                await _pending(context, series, reader.Stamp, cancellationToken) is > 0 and var pending
                && await _all(context, series, cancellationToken) is var all
                    ? new RereadProgress(all - pending, all)
                    : null,
            cancellationToken
        );
        if (progress is null)
        {
            _done.TryAdd(series, true);
        }

        return progress;
    }
}
