using System.Linq.Expressions;
using Bot.Archive.Entities;
using Bot.Archive.Search;
using Bot.Archive.Setup;
using Bot.Briefings.Model;
using Bot.Chat;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Saving;

/// <summary>Stores and loads briefings. Knows nothing about deliveries: the caller plans them.</summary>
public sealed partial class BriefingArchive(IDbContextFactory<ArchiveContext> contexts, ArchiveTransactions transactions, TimeProvider time)
{
    private static readonly Expression<Func<StoredBriefing, BriefingListing>> Listing = briefing => new BriefingListing(
        briefing.Id,
        briefing.Series,
        briefing.Date,
        briefing.Edition,
        briefing.Revision,
        briefing.Title,
        briefing.IsSample,
        briefing.IsHeld,
        briefing.ReceivedAt,
        briefing.RevisedAt
    )
    {
        HeldFor = briefing.HeldFor,
    };

    /// <summary>
    /// Stores the briefing in one transaction, all or nothing. The same text again changes nothing; a different text for
    /// the same day becomes a new revision, whose items keep the ids of the items they continue.
    /// </summary>
    public async Task<SaveResult> SaveAsync(SaveRequest request, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(request.Series.Length, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Series.Length, 64, nameof(request));
        var now = time.GetUtcNow();
        SaveResult? written = null;
        return await transactions.RunAsync(
            async (context, token) =>
            {
                var result = await new BriefingWriter(context, now).WriteAsync(request, token);
                if (result.Status == SaveStatus.Unchanged && written is not null && await IsOwnAsync(context, written, now, token))
                {
                    // The connection was lost during COMMIT, but the commit succeeded.
                    return written;
                }

                written = result;
                if (result.Status != SaveStatus.Unchanged)
                {
                    await ChangeCounts.RaiseAsync(context, ChangeCount.Briefings, token);
                }

                return result;
            },
            cancellationToken
        );
    }

    /// <summary>What <see cref="SaveAsync"/> would do now. Nothing is stored.</summary>
    public async Task<SaveResult> PreviewAsync(SaveRequest request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // Never committed: disposing the transaction rolls everything back.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        return await new BriefingWriter(context, time.GetUtcNow()).WriteAsync(request, cancellationToken);
    }

    /// <summary>
    /// Holds a briefing until it is confirmed: it is neither answered from nor delivered. Nothing when there is none or it is held already.
    /// </summary>
    public Task HoldAsync(BriefingKey key, HoldReason reason, CancellationToken cancellationToken) =>
        transactions.RunAsync(
            async (context, token) =>
            {
                await SaveQueue.EnterAsync(context, key.Series, token);
                var held = context.Briefings.Where(row =>
                    row.Series == key.Series && row.Date == key.Date && row.Edition == key.Edition && !row.IsHeld
                );
                if (await held.Select(row => (int?)row.Id).SingleOrDefaultAsync(token) is not { } id)
                {
                    return false;
                }

                await held.ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.IsHeld, true).SetProperty(row => row.HeldFor, reason),
                    token
                );
                await context
                    .Items.Where(item => item.BriefingId == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(item => item.IsHeld, true), token);
                await context
                    .Mentions.Where(mention => mention.BriefingId == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(mention => mention.IsHeld, true), token);
                await ChangeCounts.RaiseAsync(context, ChangeCount.Briefings, token);
                return true;
            },
            cancellationToken
        );

    /// <summary>Releases a held briefing: it is used in answers and may be delivered.</summary>
    /// <param name="deliver">If false, its waiting deliveries are dropped.</param>
    public Task<ConfirmStatus> ConfirmAsync(BriefingKey key, bool deliver, CancellationToken cancellationToken) =>
        transactions.RunAsync(
            async (context, token) =>
            {
                await SaveQueue.EnterAsync(context, key.Series, token);
                var briefing = await context.Briefings.SingleOrDefaultAsync(
                    row => row.Series == key.Series && row.Date == key.Date && row.Edition == key.Edition,
                    token
                );
                if (briefing is not { IsHeld: true })
                {
                    return briefing is null ? ConfirmStatus.NotFound : ConfirmStatus.NotHeld;
                }

                briefing.IsHeld = false;
                briefing.IsUnplanned &= deliver;
                await context.SaveChangesAsync(token);
                await context
                    .Items.Where(item => item.BriefingId == briefing.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(item => item.IsHeld, false), token);
                await context
                    .Mentions.Where(mention => mention.BriefingId == briefing.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(mention => mention.IsHeld, false), token);
                await CompanyTable.NameAsync(
                    context,
                    await context.Mentions.AsNoTracking().Where(mention => mention.BriefingId == briefing.Id).ToListAsync(token),
                    token
                );
                await ChangeCounts.RaiseAsync(context, ChangeCount.Briefings, token);
                return ConfirmStatus.Confirmed;
            },
            cancellationToken
        );

    /// <summary>
    /// What is stored for a day, samples left out, and how much a document has in common with each, in the order in which they came.
    /// </summary>
    /// <param name="briefing">As the document was read.</param>
    /// <param name="source">The document.</param>
    public async Task<IReadOnlyList<StoredEdition>> EditionsLikeAsync(
        string series,
        DateOnly date,
        Briefing briefing,
        string source,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context
            .Briefings.Where(row => row.Series == series && row.Date == date && !row.IsSample)
            .OrderBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.Edition,
                row.IsHeld,
                Hash = row
                    .Revisions.Where(revision => revision.Number == row.Revision)
                    .Select(revision => revision.ContentHash)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var hash = rows.Count == 0 ? "" : StoredText.Hash(StoredText.Clean(source));
        var drafts = rows.Count == 0 ? [] : ItemDrafts.Of(briefing).Where(SharedEntries.Counts).ToList();
        var editions = new List<StoredEdition>(rows.Count);
        foreach (var row in rows)
        {
            var stored = await context
                .Items.AsNoTracking()
                .Where(item => item.BriefingId == row.Id && item.GoneInRevision == null)
                .OrderBy(item => item.Id)
                .ToListAsync(cancellationToken);
            editions.Add(
                new StoredEdition(
                    new BriefingKey(series, date, row.Edition),
                    row.IsHeld,
                    row.Hash == hash,
                    SharedEntries.Of(stored, drafts)
                )
            );
        }

        return editions;
    }

    /// <summary>Changes the edition of a held briefing. False if it does not exist, is not held, or the edition is taken.</summary>
    public Task<bool> MoveAsync(BriefingKey key, string edition, CancellationToken cancellationToken) =>
        transactions.RunAsync(
            async (context, token) =>
            {
                await SaveQueue.EnterAsync(context, key.Series, token);
                if (
                    await context.Briefings.AnyAsync(
                        row => row.Series == key.Series && row.Date == key.Date && row.Edition == edition,
                        token
                    )
                )
                {
                    return false;
                }

                return await context
                        .Briefings.Where(row =>
                            row.Series == key.Series && row.Date == key.Date && row.Edition == key.Edition && row.IsHeld
                        )
                        .ExecuteUpdateAsync(set => set.SetProperty(row => row.Edition, edition), token) > 0;
            },
            cancellationToken
        );

    /// <summary>Removes a held briefing that was never planned, with everything read from it. False if there is none.</summary>
    public Task<bool> RemoveHeldAsync(BriefingKey key, CancellationToken cancellationToken) =>
        transactions.RunAsync(
            async (context, token) =>
            {
                await SaveQueue.EnterAsync(context, key.Series, token);
                var id = await context
                    .Briefings.Where(row =>
                        row.Series == key.Series
                        && row.Date == key.Date
                        && row.Edition == key.Edition
                        && row.IsHeld
                        && !context.Deliveries.Any(delivery => delivery.BriefingId == row.Id)
                    )
                    .Select(row => (int?)row.Id)
                    .SingleOrDefaultAsync(token);
                if (id is not { } briefing)
                {
                    return false;
                }

                await context.Mentions.Where(row => row.BriefingId == briefing).ExecuteDeleteAsync(token);
                await SearchIndex.RemoveAsync(context, briefing, token);
                await context.Items.Where(row => row.BriefingId == briefing).ExecuteDeleteAsync(token);
                await context.Revisions.Where(row => row.BriefingId == briefing).ExecuteDeleteAsync(token);
                await context.Briefings.Where(row => row.Id == briefing).ExecuteDeleteAsync(token);
                await ChangeCounts.RaiseAsync(context, ChangeCount.Briefings, token);
                return true;
            },
            cancellationToken
        );

    /// <summary>Briefings that wait for a person's word, the newest day first.</summary>
    /// <param name="series">Null: of every series.</param>
    /// <param name="most">At most so many.</param>
    public async Task<IReadOnlyList<BriefingListing>> HeldAsync(string? series, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Briefings.Where(row => (series == null || row.Series == series) && row.IsHeld && !row.IsSample)
            .OrderByDescending(row => row.Date)
            .ThenByDescending(row => row.Id)
            .Take(most)
            .Select(Listing)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Editions of a day, including held ones, in order of arrival.</summary>
    public async Task<IReadOnlyList<string>> EditionsAsync(string series, DateOnly date, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Briefings.Where(row => row.Series == series && row.Date == date)
            .OrderBy(row => row.Id)
            .Select(row => row.Edition)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Removes the series' sample briefings from answers, because the series now has a real one. Their posts stay.</summary>
    public async Task HideSamplesAsync(string series, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var samples = await context
            .Briefings.Where(row => row.Series == series && row.IsSample && !row.IsHeld)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
        if (samples.Count == 0)
        {
            return;
        }

        await transactions.RunAsync(
            async (held, token) =>
            {
                await SaveQueue.EnterAsync(held, series, token);
                await held
                    .Briefings.Where(row => samples.Contains(row.Id) && row.IsSample)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsHeld, true), token);
                await held
                    .Items.Where(row => samples.Contains(row.BriefingId))
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsHeld, true), token);
                await held
                    .Mentions.Where(row => samples.Contains(row.BriefingId))
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsHeld, true), token);
                return await ChangeCounts.RaiseAsync(held, ChangeCount.Briefings, token);
            },
            cancellationToken
        );
    }

    private static Task<bool> IsOwnAsync(
        ArchiveContext context,
        SaveResult written,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        context.Revisions.AnyAsync(
            row => row.BriefingId == written.BriefingId && row.Number == written.Revision && row.ReceivedAt == now,
            cancellationToken
        );
}
