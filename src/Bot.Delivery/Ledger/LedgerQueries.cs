using Bot.Archive;
using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Ledger;

/// <summary>Which deliveries to return; null means any.</summary>
public sealed record DeliveryQuery
{
    public string? Series { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>Platform and workspace that they were sent to.</summary>
    public (string Platform, string Workspace)? Workspace { get; init; }

    /// <summary>Deliveries that have a post in this state.</summary>
    public PostState? Has { get; init; }

    /// <summary>Maximum number, newest first.</summary>
    public int Most { get; init; } = 50;
}

/// <summary>A delivery in a list.</summary>
/// <param name="Posts">Number of posts in each state, in the states' order.</param>
/// <param name="Reasons">Distinct reasons of posts that are not simply sent or planned.</param>
public sealed record DeliverySummary(
    StoredDelivery Delivery,
    IReadOnlyList<(PostState State, int Count)> Posts,
    IReadOnlyList<string> Reasons
);

/// <summary>Queries that people make of the ledger. Read-only.</summary>
public sealed class LedgerQueries(IDbContextFactory<ArchiveContext> contexts)
{
    private const int Page = 1000;

    public async Task<IReadOnlyList<DeliverySummary>> ListAsync(DeliveryQuery query, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = context.Deliveries.AsNoTracking();
        rows = query.Series is { } series ? rows.Where(row => row.Series == series) : rows;
        rows = query.Date is { } date ? rows.Where(row => row.Date == date) : rows;
        rows = query.Workspace is var (platform, workspace)
            ? rows.Where(row => row.Platform == platform && row.Workspace == workspace)
            : rows;
        rows = query.Has is { } state ? rows.Where(row => row.Posts.Any(post => post.State == state)) : rows;
        var deliveries = await rows.OrderByDescending(row => row.Id).Take(query.Most).ToListAsync(cancellationToken);
        var ids = deliveries.ConvertAll(row => row.Id);
        var counts = (
            await context
                .Posts.Where(post => ids.Contains(post.DeliveryId))
                .GroupBy(post => new
                {
                    post.DeliveryId,
                    post.State,
                    post.Reason,
                })
                .Select(group => new
                {
                    group.Key.DeliveryId,
                    group.Key.State,
                    group.Key.Reason,
                    Count = group.Count(),
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(group => group.DeliveryId);
        return
        [
            .. deliveries.Select(row => new DeliverySummary(
                row,
                [
                    .. counts[row.Id]
                        .GroupBy(group => group.State)
                        .OrderBy(group => group.Key)
                        .Select(group => (group.Key, group.Sum(part => part.Count))),
                ],
                [.. counts[row.Id].Select(group => group.Reason).OfType<string>().Distinct().Order(StringComparer.Ordinal)]
            )),
        ];
    }

    /// <summary>A delivery with its posts in order; null if not found.</summary>
    public async Task<StoredDelivery?> ShowAsync(long delivery, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Deliveries.AsNoTracking()
            .Include(row => row.Posts.OrderBy(post => post.Ordinal).ThenBy(post => post.Id))
            .SingleOrDefaultAsync(row => row.Id == delivery, cancellationToken);
    }

    /// <summary>Every post with its delivery, oldest first, a page at a time.</summary>
    public async IAsyncEnumerable<(StoredDelivery Delivery, Post Post)> ExportAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var last = 0L;
        while (true)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var page = await context
                .Deliveries.AsNoTracking()
                .Include(row => row.Posts.OrderBy(post => post.Ordinal).ThenBy(post => post.Id))
                .Where(row => row.Id > last)
                .OrderBy(row => row.Id)
                .Take(Page)
                .ToListAsync(cancellationToken);
            if (page.Count == 0)
            {
                yield break;
            }

            foreach (var delivery in page)
            {
                foreach (var post in delivery.Posts)
                {
                    yield return (delivery, post);
                }
            }

            last = page[^1].Id;
        }
    }
}
