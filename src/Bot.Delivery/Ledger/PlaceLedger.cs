using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Delivery.Planning;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Ledger;

/// <summary>
/// The writes around deliveries that precede their briefing. Each is one conditional transaction: of two planners, or a planner and a
/// sender, one wins and the other learns so.
/// </summary>
public sealed class PlaceLedger(IDbContextFactory<ArchiveContext> contexts)
{
    /// <summary>Deliveries, with their posts, that hold the place of a day's briefing.</summary>
    public async Task<IReadOnlyList<StoredDelivery>> OfDayAsync(string series, DateOnly date, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Deliveries.AsNoTracking()
            .Include(row => row.Posts.OrderBy(post => post.Ordinal).ThenBy(post => post.Id))
            .Where(row => row.Series == series && row.Date == date && row.BriefingId == null)
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Deliveries, with their posts, whose line stands alone although their window has passed.</summary>
    /// <param name="since">The first day that is looked at.</param>
    public async Task<IReadOnlyList<StoredDelivery>> EndedAsync(DateTimeOffset now, DateOnly since, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ended = await context
            .Deliveries.AsNoTracking()
            .Include(row => row.Posts.OrderBy(post => post.Ordinal).ThenBy(post => post.Id))
            .Where(row => row.BriefingId == null && row.Date >= since && row.ExpiresAt <= now)
            .Where(row => row.Posts.All(post => post.Kind == PostKind.Original && post.State == PostState.Sent))
            .ToListAsync(cancellationToken);
        return ended.FindAll(row => PlaceholderPosts.StandsUnfilled(row.Posts));
    }

    /// <summary>
    /// Gives a delivery that held the place of a briefing the briefing. If another planner was first, or one of its posts has been
    /// attempted since it was loaded, returns false and writes nothing.
    /// </summary>
    /// <param name="loaded">With its posts.</param>
    /// <param name="filled">The same delivery with its briefing, wishes, times and thread.</param>
    public async Task<bool> FillAsync(
        StoredDelivery loaded,
        StoredDelivery filled,
        IReadOnlyList<Post> rows,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var changed = await context
            .Deliveries.Where(row => row.Id == loaded.Id && row.BriefingId == null && row.ThreadId == loaded.ThreadId)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.BriefingId, filled.BriefingId)
                        .SetProperty(row => row.Revision, filled.Revision)
                        .SetProperty(row => row.Edition, filled.Edition)
                        .SetProperty(row => row.State, DeliveryState.Open)
                        .SetProperty(row => row.DueAt, filled.DueAt)
                        .SetProperty(row => row.NextAt, filled.DueAt)
                        .SetProperty(row => row.ExpiresAt, filled.ExpiresAt)
                        .SetProperty(row => row.ThreadId, filled.ThreadId),
                cancellationToken
            );
        if (changed == 0 || !await ExchangeAsync(context, loaded, rows, cancellationToken))
        {
            return false;
        }

        var row = await context.Deliveries.SingleAsync(row => row.Id == loaded.Id, cancellationToken);
        (row.Sections, row.Locale) = ([.. filled.Sections], filled.Locale);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Adds the last word about a briefing that did not come to a delivery, once.</summary>
    public async Task<bool> CloseAsync(StoredDelivery loaded, Post closing, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var changed = await context
            .Deliveries.Where(row => row.Id == loaded.Id && row.BriefingId == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, DeliveryState.Open).SetProperty(row => row.NextAt, closing.NextAt),
                cancellationToken
            );
        if (changed == 0)
        {
            return false;
        }

        try
        {
            await PlanLedger.DemandContentsAsync(context, [closing], cancellationToken);
            context.Posts.Add(closing);
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (DatabaseErrors.IsUniqueViolation(failure))
        {
            // Another process has said it.
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>
    /// Puts rows in the place of those that nobody has seen. A sender that starts one meanwhile waits for this transaction and finds the
    /// row gone, or this waits for the sender and leaves its row: then it returns false, and nothing may be committed.
    /// </summary>
    internal static async Task<bool> ExchangeAsync(
        ArchiveContext context,
        StoredDelivery loaded,
        IReadOnlyList<Post> rows,
        CancellationToken cancellationToken
    )
    {
        var unseen = loaded.Posts.Where(ThreadPlan.IsUnseen).Select(post => post.Id).ToList();
        var gone = await context
            .Posts.Where(row =>
                unseen.Contains(row.Id) && row.Attempts == 0 && (row.State == PostState.Planned || row.State == PostState.Failed)
            )
            .ExecuteDeleteAsync(cancellationToken);
        var others = await context.Posts.CountAsync(row => row.DeliveryId == loaded.Id, cancellationToken);
        if (gone != unseen.Count || gone + others != loaded.Posts.Count)
        {
            return false;
        }

        await PlanLedger.DemandContentsAsync(context, rows, cancellationToken);
        context.Posts.AddRange(rows);
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }
}
