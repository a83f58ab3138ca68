using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Briefings;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Saving;

/// <summary>
/// Rereads stored briefings with the current reader and vocabulary. Each briefing is one transaction, all or nothing, so
/// it can be stopped anywhere and resumes where it left off; up-to-date briefings are skipped. Plans and posts nothing.
/// </summary>
public sealed class BriefingReindex(
    IDbContextFactory<ArchiveContext> contexts,
    ArchiveTransactions transactions,
    BriefingReader reader,
    TimeProvider time
)
{
    /// <summary>Ids of the briefings read by another reader or vocabulary, newest day first.</summary>
    /// <param name="series">Null for every series.</param>
    /// <param name="all">Include those read by the current reader.</param>
    public async Task<IReadOnlyList<int>> PendingAsync(string? series, bool all, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Briefings.Where(row => (series == null || row.Series == series) && (all || row.ReadBy != reader.Stamp))
            .OrderByDescending(row => row.Date)
            .ThenByDescending(row => row.Id)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Reads one briefing again, with all its revisions. Does nothing if it is gone.</summary>
    public async Task ReadAsync(int id, CancellationToken cancellationToken) =>
        await WriteAsync(await PrepareAsync(id, cancellationToken), cancellationToken);

    /// <summary>Reads briefings in their order: while one is written, the next is read.</summary>
    /// <returns>To be called once for each, one after another.</returns>
    public Func<int, Task> InOrder(IReadOnlyList<int> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var following = ids.Zip(ids.Skip(1)).ToDictionary(pair => pair.First, pair => pair.Second);
        (int Id, Task<Prepared> Reading)? ahead = null;
        return async id =>
        {
            var reading = ahead is { } known && known.Id == id ? known.Reading : PrepareAsync(id, cancellationToken);
            ahead = following.TryGetValue(id, out var next)
                ? (next, Task.Run(() => PrepareAsync(next, cancellationToken), cancellationToken))
                : null;
            await WriteAsync(await reading, cancellationToken);
        };
    }

    /// <summary>Outside the transaction, so that nobody who writes waits for the reading.</summary>
    private async Task<Prepared> PrepareAsync(int id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var series = await context.Briefings.Where(row => row.Id == id).Select(row => row.Series).SingleOrDefaultAsync(cancellationToken);
        return new Prepared(id, series, await RevisionsAsync(context, id, cancellationToken));
    }

    private async Task<List<DraftedRevision>> RevisionsAsync(ArchiveContext context, int id, CancellationToken cancellationToken) =>
        (
            await context
                .Revisions.Where(row => row.BriefingId == id)
                .OrderBy(row => row.Number)
                .Join(
                    context.Briefings,
                    row => row.BriefingId,
                    briefing => briefing.Id,
                    (row, briefing) => new { row.Markdown, briefing.Date }
                )
                .ToListAsync(cancellationToken)
        ).ConvertAll(document => DraftedRevision.Of(reader.Read(document.Markdown, day: document.Date)));

    private Task<bool> WriteAsync(Prepared prepared, CancellationToken cancellationToken) =>
        transactions.RunAsync(
            async (context, token) =>
            {
                if (prepared.Series is not { } series)
                {
                    return false;
                }

                // A revision that arrives in the meantime waits; later readers see what it stored.
                await SaveQueue.EnterAsync(context, series, token);
                if (await context.Briefings.SingleOrDefaultAsync(row => row.Id == prepared.Id, token) is not { } briefing)
                {
                    return false;
                }

                // One that came in since it was read is read now.
                var revisions =
                    prepared.Revisions.Count == briefing.Revision ? prepared.Revisions : await RevisionsAsync(context, prepared.Id, token);
                await new BriefingWriter(context, time.GetUtcNow()).RereadAsync(briefing, revisions, reader.Stamp, token);
                await ChangeCounts.RaiseAsync(context, ChangeCount.Briefings, token);
                return true;
            },
            cancellationToken
        );

    /// <param name="Series">Null: the briefing is gone.</param>
    /// <param name="Revisions">All of them, in order.</param>
    private sealed record Prepared(int Id, string? Series, IReadOnlyList<DraftedRevision> Revisions);
}
