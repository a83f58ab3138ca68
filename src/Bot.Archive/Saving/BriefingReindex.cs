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
    IDbContextFactory<ArchiveContext> contexts, ArchiveTransactions transactions, BriefingReader reader, TimeProvider time)
{
    /// <summary>Ids of the briefings read by another reader or vocabulary, newest day first.</summary>
    /// <param name="series">Null for every series.</param>
    /// <param name="all">Include those read by the current reader.</param>
    public async Task<IReadOnlyList<int>> PendingAsync(string? series, bool all, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Briefings
            .Where(row => (series == null || row.Series == series) && (all || row.ReadBy != reader.Stamp))
            .OrderByDescending(row => row.Date).ThenByDescending(row => row.Id)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Rereads one briefing with all its revisions. Does nothing if it no longer exists.</summary>
    public Task ReadAsync(int id, CancellationToken cancellationToken) => transactions.RunAsync(
        async (context, token) =>
        {
            if (await context.Briefings.AsNoTracking().Where(row => row.Id == id).Select(row => row.Series).SingleOrDefaultAsync(token) is not { } series)
            {
                return false;
            }

            // A revision that arrives in the meantime waits; later readers see what it stored.
            await SaveQueue.EnterAsync(context, series, token);
            var briefing = await context.Briefings.SingleAsync(row => row.Id == id, token);
            var documents = await context.Revisions.Where(row => row.BriefingId == id).OrderBy(row => row.Number).Select(row => row.Markdown).ToListAsync(token);
            await new BriefingWriter(context, time.GetUtcNow()).RereadAsync(briefing, documents.ConvertAll(document => reader.Read(document, day: briefing.Date)), reader.Stamp, token);
            await ChangeCounts.RaiseAsync(context, ChangeCount.Briefings, token);
            return true;
        },
        cancellationToken);
}
