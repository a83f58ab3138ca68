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

    /// <summary>
    /// How many messages of each delivery stand in its channel, and since when. Neither edits and deletions count, nor a post that was sent
    /// again. A delivery of which nothing stands is left out.
    /// </summary>
    public async Task<IReadOnlyDictionary<long, (int Messages, DateTimeOffset Since)>> StandingAsync(
        IReadOnlyCollection<long> deliveries,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sent = await context
            .Posts.Where(post => deliveries.Contains(post.DeliveryId) && post.State == PostState.Sent && post.Kind != PostKind.Edit)
            .OrderBy(post => post.Ordinal)
            .Select(post => new
            {
                post.DeliveryId,
                post.Section,
                post.Part,
                post.Kind,
                post.SentAt,
            })
            .ToListAsync(cancellationToken);
        return sent.GroupBy(post => (post.DeliveryId, post.Section, post.Part))
            .Select(place => place.Last())
            .Where(last => last.Kind != PostKind.Recall)
            .GroupBy(last => last.DeliveryId)
            .ToDictionary(
                standing => standing.Key,
                standing => (standing.Count(), standing.Min(post => post.SentAt ?? DateTimeOffset.MaxValue))
            );
    }

    /// <summary>How many deliveries were due before an instant and have no root yet.</summary>
    /// <param name="workspace">Null: of all workspaces.</param>
    public async Task<int> OverdueAsync(
        (string Platform, string Workspace)? workspace,
        DateTimeOffset before,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = context.Deliveries.Where(row => row.State == DeliveryState.Open && row.DueAt < before && row.ThreadId == null);
        rows = workspace is var (platform, id) ? rows.Where(row => row.Platform == platform && row.Workspace == id) : rows;
        return await rows.CountAsync(cancellationToken);
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
