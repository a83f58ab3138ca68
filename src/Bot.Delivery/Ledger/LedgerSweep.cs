using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Ledger;

/// <summary>Set-based writes over many rows: recovery, expiry, closing. All are safe to run at any time and repeatedly.</summary>
public sealed class LedgerSweep(IDbContextFactory<ArchiveContext> contexts, LedgerWriter writer)
{
    private const int MostParameters = 500;

    /// <summary>No token has lost a post.</summary>
    public static readonly IReadOnlyDictionary<string, int> Nothing = new Dictionary<string, int>();

    private static readonly PostState[] Unfinished = [PostState.Planned, PostState.Sending, PostState.Uncertain, PostState.Parked];

    /// <summary>sending under a dead epoch of the token → uncertain. Returns how many.</summary>
    /// <param name="lookAt">When to look them up first.</param>
    public Task<int> RecoverAsync(LeaseStamp lease, DateTimeOffset lookAt) =>
        writer.WriteAsync(context =>
            context
                .Posts.Where(row => row.State == PostState.Sending && row.Epoch < lease.Epoch)
                .Where(row => context.Deliveries.Any(delivery => delivery.Id == row.DeliveryId && delivery.Token == lease.Token))
                .Where(row => context.Leases.Any(held => held.Token == lease.Token && held.Epoch == lease.Epoch))
                .ExecuteUpdateAsync(set => PostTransitions.Doubt(set, Reasons.Interrupted, lookAt, lease))
        );

    /// <summary>
    /// planned → expired once the useful window has ended. Needs no lease: a send starts from planned too, and only one of the two wins.
    /// Returns how many by token, so that they can be reported.
    /// </summary>
    /// <param name="now">By every clock (<see cref="LedgerClock.Surely"/>), because expiry cannot be undone.</param>
    public async Task<IReadOnlyDictionary<string, int>> ExpireAsync(DateTimeOffset now)
    {
        var expired = await writer.WriteAsync(context =>
            context
                .Database.SqlQueryRaw<long>(
                    """
                    UPDATE posts SET "State" = {0}, "Reason" = {1} WHERE "State" = {2} AND "ExpiresAt" <= {3} RETURNING "DeliveryId" AS "Value"
                    """,
                    nameof(PostState.Expired),
                    Reasons.WindowPassed,
                    nameof(PostState.Planned),
                    now.UtcTicks
                )
                .ToListAsync()
        );
        return expired.Count == 0 ? Nothing : await TokensOfAsync(expired);
    }

    private async Task<IReadOnlyDictionary<string, int>> TokensOfAsync(List<long> deliveries)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var tokens = new Dictionary<string, int>();
        // In chunks: a statement takes a limited number of parameters, and an outage can expire thousands at once.
        foreach (var chunk in deliveries.CountBy(delivery => delivery).Chunk(MostParameters))
        {
            var counts = chunk.ToDictionary();
            var ids = counts.Keys.ToList();
            foreach (
                var row in await context
                    .Deliveries.Where(row => ids.Contains(row.Id))
                    .Select(row => new { row.Id, row.Token })
                    .ToListAsync()
            )
            {
                tokens[row.Token] = tokens.GetValueOrDefault(row.Token) + counts[row.Id];
            }
        }

        return tokens;
    }

    /// <summary>Deliveries with nothing left to do that are still open because a sweep or an admin finished them.</summary>
    public async Task<IReadOnlyList<StoredDelivery>> FinishedAsync(int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Deliveries.AsNoTracking()
            .Where(row => row.State == DeliveryState.Open && !row.Posts.Any(post => Unfinished.Contains(post.State)))
            .OrderBy(row => row.Id)
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Closes a delivery with nothing left to do, unless something was added since it was loaded.</summary>
    public Task<int> CloseAsync(StoredDelivery loaded) =>
        writer.WriteAsync(context =>
            context
                .Deliveries.Where(row => row.Id == loaded.Id && row.State == DeliveryState.Open)
                // Compared on the row itself: after waiting for a planner or an admin, PostgreSQL re-evaluates these, but not the
                // subquery.
                .Where(row => row.Revision == loaded.Revision && row.NextAt == loaded.NextAt)
                .Where(row => !row.Posts.Any(post => Unfinished.Contains(post.State)))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Done))
        );

    /// <summary>Sets when to look at a delivery next, unless that has changed since it was loaded.</summary>
    public Task<int> DeferAsync(StoredDelivery loaded, DateTimeOffset until) =>
        writer.WriteAsync(context =>
            context
                .Deliveries.Where(row => row.Id == loaded.Id && row.NextAt == loaded.NextAt)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAt, until))
        );

    /// <summary>
    /// Makes what a delivery still has to send wait. Held means later, never dropped: the useful window moves along.
    /// </summary>
    public Task<int> HoldAsync(StoredDelivery loaded, DateTimeOffset until, DateTimeOffset expiresAt) =>
        writer.WriteAsync(context =>
            context
                .Posts.Where(row => row.DeliveryId == loaded.Id && row.State == PostState.Planned && row.NextAt < until)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(row => row.NextAt, until)
                        .SetProperty(row => row.ExpiresAt, row => row.ExpiresAt > expiresAt ? row.ExpiresAt : expiresAt)
                )
        );

    /// <summary>
    /// Moves a delivery that waits, with all its posts, to another time, unless something has begun or changed since it was loaded.
    /// </summary>
    /// <param name="was">Its due time when it was loaded.</param>
    public Task<int> MoveAsync(long delivery, DateTimeOffset was, DateTimeOffset at, DateTimeOffset expiresAt) =>
        writer.WriteAsync(async context =>
        {
            var moved = await context
                .Deliveries.Where(row => row.Id == delivery && row.State == DeliveryState.Open && row.DueAt == was && row.ThreadId == null)
                .Where(row => !row.Posts.Any(post => post.FirstAttemptAt != null))
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(row => row.DueAt, at).SetProperty(row => row.NextAt, at).SetProperty(row => row.ExpiresAt, expiresAt)
                );
            // A post that a sender has begun meanwhile is no longer planned.
            return moved == 0
                ? 0
                : await context
                    .Posts.Where(row => row.DeliveryId == delivery && row.State == PostState.Planned && row.FirstAttemptAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAt, at).SetProperty(row => row.ExpiresAt, expiresAt));
        });
}
