using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Briefings;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Saving;

/// <summary>
/// Reads stored briefings again with today's reader and vocabulary. Each briefing is one transaction, all of it or nothing, so
/// it may be stopped anywhere and goes on where it was; what is read already is left alone. Plans and posts nothing.
/// </summary>
public sealed class BriefingReindex(
    IDbContextFactory<ArchiveContext> contexts, ArchiveTransactions transactions, BriefingReader reader, TimeProvider time)
{
    /// <summary>Ids of the briefings that another reader or vocabulary has read, the newest day first.</summary>
    /// <param name="series">Null: of every series.</param>
    /// <param name="all">Also those that today's reader has read.</param>
    public async Task<IReadOnlyList<int>> PendingAsync(string? series, bool all, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Briefings
            .Where(row => (series == null || row.Series == series) && (all || row.ReadBy != reader.Stamp))
            .OrderByDescending(row => row.Date).ThenByDescending(row => row.Id)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Reads one briefing again, with all its revisions. Does nothing if it is gone.</summary>
    public Task ReadAsync(int id, CancellationToken cancellationToken) => transactions.RunAsync(
        async (context, token) =>
        {
            if (await context.Briefings.AsNoTracking().Where(row => row.Id == id).Select(row => row.Series).SingleOrDefaultAsync(token) is not { } series)
            {
                return false;
            }

            // A revision that comes in meanwhile waits; what it stored is seen by who reads after it.
            await SaveQueue.EnterAsync(context, series, token);
            var briefing = await context.Briefings.SingleAsync(row => row.Id == id, token);
            var documents = await context.Revisions.Where(row => row.BriefingId == id).OrderBy(row => row.Number).Select(row => row.Markdown).ToListAsync(token);
            await new BriefingWriter(context, time.GetUtcNow()).RereadAsync(briefing, documents.ConvertAll(document => reader.Read(document, day: briefing.Date)), reader.Stamp, token);
            await ChangeCounts.RaiseAsync(context, ChangeCount.Briefings, token);
            return true;
        },
        cancellationToken);
}
