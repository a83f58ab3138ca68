using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Ledger;
using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Ledger;

/// <summary>Writes planned deliveries in bulk, each with all its posts or not at all.</summary>
public sealed class PlanLedger(IDbContextFactory<ArchiveContext> contexts)
{
    /// <summary>Deliveries per transaction: limits memory and how long a second writer waits.</summary>
    public const int ChunkSize = 500;

    /// <summary>Posts per transaction: on SQLite a transaction blocks every other writer.</summary>
    private const int MostRows = 5000;

    private const int MostRaces = 10;

    /// <summary>How many deliveries with this many posts fit in one transaction.</summary>
    public static int ChunkOf(int posts) => Math.Clamp(MostRows / Math.Max(posts, 1), 1, ChunkSize);

    /// <summary>Freezes payloads; those already frozen stay as they are, and one whose content was removed gets it back.</summary>
    public async Task FreezeAsync(IEnumerable<Payload> payloads, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Ordered by hash, so that two planners freezing the same payloads cannot deadlock.
        foreach (var payload in payloads.OrderBy(payload => payload.Hash, StringComparer.Ordinal))
        {
            await context.Database.ExecuteSqlAsync(
                $"""INSERT INTO payloads ("Hash", "Content") VALUES ({payload.Hash}, {payload.Content}) ON CONFLICT ("Hash") DO UPDATE SET "Content" = excluded."Content" WHERE payloads."Content" = ''""",
                cancellationToken
            );
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Adds the deliveries that do not exist yet; one that another planner added first is left alone. Returns how many were added.
    /// </summary>
    /// <param name="key">The briefing, which may not have come yet.</param>
    /// <param name="make">Creates a subscription's delivery with its posts; called again after a lost race.</param>
    public async Task<int> AddAsync(
        BriefingKey key,
        IReadOnlyList<Subscription> subscriptions,
        Func<Subscription, StoredDelivery> make,
        CancellationToken cancellationToken
    )
    {
        for (var race = 1; ; race++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var ids = subscriptions.Select(subscription => subscription.Id).ToList();
            var there = await Of(context, key, ids).Select(row => row.SubscriptionId).ToHashSetAsync(cancellationToken);
            var made = subscriptions.Where(subscription => !there.Contains(subscription.Id)).Select(make).ToList();
            if (made.Count == 0)
            {
                return 0;
            }

            await DemandContentsAsync(context, made.SelectMany(delivery => delivery.Posts), cancellationToken);
            try
            {
                await BulkInsert.InsertAsync(context, made, cancellationToken);
                var given = await Of(context, key, ids)
                    .Select(row => new { row.SubscriptionId, row.Id })
                    .ToDictionaryAsync(row => row.SubscriptionId, row => row.Id, cancellationToken);
                await BulkInsert.InsertAsync(
                    context,
                    made.SelectMany(delivery => Owned(delivery, given[delivery.SubscriptionId])),
                    cancellationToken
                );
                await transaction.CommitAsync(cancellationToken);
                return made.Count;
            }
            catch (Exception failure) when (race < MostRaces && DatabaseErrors.IsUniqueViolation(failure))
            {
                // Another planner added one of them first: read again what exists.
            }
        }
    }

    private static IQueryable<StoredDelivery> Of(ArchiveContext context, BriefingKey key, List<long> subscriptions) =>
        context.Deliveries.Where(row =>
            row.Series == key.Series && row.Date == key.Date && row.Edition == key.Edition && subscriptions.Contains(row.SubscriptionId)
        );

    private static IEnumerable<Post> Owned(StoredDelivery delivery, long id)
    {
        foreach (var post in delivery.Posts)
        {
            post.DeliveryId = id;
            yield return post;
        }
    }

    /// <summary>
    /// Adds a revision's rows to a delivery, once, in place of those that it overtakes. False if another planner did so first, or if an
    /// overtaken one has been attempted or changed since it was loaded; nothing is written then.
    /// </summary>
    /// <param name="loaded">With the revision that it had when the rows were made.</param>
    /// <param name="overtaken">Corrections that nobody has seen.</param>
    /// <param name="at">When the rows may be sent.</param>
    public async Task<bool> ReviseAsync(
        StoredDelivery loaded,
        int revision,
        IReadOnlyList<Post> rows,
        IReadOnlyList<Post> overtaken,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var delivery = loaded.Id;
        var changed = await context
            .Deliveries.Where(row => row.Id == delivery && row.Revision == loaded.Revision)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Revision, revision), cancellationToken);
        if (changed == 0 || !await OvertakeAsync(context, overtaken, cancellationToken))
        {
            return false;
        }

        if (rows.Count > 0)
        {
            await DemandContentsAsync(context, rows, cancellationToken);
            context.Posts.AddRange(rows);
            await context.SaveChangesAsync(cancellationToken);
            await context
                .Deliveries.Where(row => row.Id == delivery)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.State, DeliveryState.Open)
                            .SetProperty(row => row.NextAt, row => row.NextAt < at ? row.NextAt : at),
                    cancellationToken
                );
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>A sender that starts one meanwhile waits for this transaction, or this for the sender: only one of the two gets the row.</summary>
    private static async Task<bool> OvertakeAsync(
        ArchiveContext context,
        IReadOnlyList<Post> overtaken,
        CancellationToken cancellationToken
    )
    {
        var ids = overtaken.Select(post => post.Id).ToList();
        return ids.Count == 0
            || ids.Count
                == await context
                    .Posts.Where(row => ids.Contains(row.Id) && row.Attempts == 0)
                    .Where(UnconfirmedPosts.WaitingOrPlanned)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(row => row.State, PostState.Cancelled).SetProperty(row => row.Reason, Reasons.Overtaken),
                        cancellationToken
                    );
    }

    /// <summary>
    /// Replaces the rows of a delivery that nobody has seen. If one of them has been attempted or changed since it was loaded, returns
    /// false and writes nothing.
    /// </summary>
    /// <param name="loaded">With its posts.</param>
    public async Task<bool> ReplaceAsync(
        StoredDelivery loaded,
        int revision,
        IReadOnlyList<Post> rows,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var changed = await context
            .Deliveries.Where(row =>
                row.Id == loaded.Id && row.Revision == loaded.Revision && row.ThreadId == loaded.ThreadId && row.DueAt == loaded.DueAt
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.Revision, revision)
                        .SetProperty(row => row.State, DeliveryState.Open)
                        .SetProperty(
                            row => row.NextAt,
                            row =>
                                row.NextAt < now ? row.NextAt
                                : loaded.DueAt > now ? loaded.DueAt
                                : now
                        ),
                cancellationToken
            );
        if (changed == 0 || !await PlaceLedger.ExchangeAsync(context, loaded, rows, cancellationToken))
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>
    /// Nothing is planned without its content: retention has removed one since it was frozen here. Whoever plans leftovers freezes it again.
    /// </summary>
    internal static async Task DemandContentsAsync(ArchiveContext context, IEnumerable<Post> rows, CancellationToken cancellationToken)
    {
        var hashes = rows.Where(row => row.State == PostState.Planned).Select(row => row.PayloadHash).Distinct().ToList();
        if ((await PayloadContents.RemovedAsync(context, hashes, cancellationToken)).Count > 0)
        {
            throw new InvalidOperationException("Contents of posts were removed while they were being planned; they are planned again.");
        }
    }

    /// <summary>Briefings stored before an instant that still have no planned deliveries: their planner has probably died.</summary>
    public async Task<IReadOnlyList<BriefingKey>> UnplannedAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context
            .Briefings.Where(row => row.IsUnplanned && !row.IsHeld && row.RevisedAt <= before)
            .OrderBy(row => row.Id)
            .Select(row => new
            {
                row.Series,
                row.Date,
                row.Edition,
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new BriefingKey(row.Series, row.Date, row.Edition))];
    }

    /// <summary>Marks a briefing's revision as completely planned.</summary>
    public async Task PlannedAsync(int briefing, int revision, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context
            .Briefings.Where(row => row.Id == briefing && row.Revision == revision && row.IsUnplanned)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsUnplanned, false), cancellationToken);
    }

    /// <summary>A briefing's deliveries with their posts, one chunk at a time, for planning a revision.</summary>
    public async Task<IReadOnlyList<StoredDelivery>> OlderThanAsync(
        int briefing,
        int revision,
        long afterId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Deliveries.AsNoTracking()
            .Include(row => row.Posts.OrderBy(post => post.Ordinal).ThenBy(post => post.Id))
            .Where(row => row.BriefingId == briefing && row.Revision < revision && row.Id > afterId)
            .OrderBy(row => row.Id)
            .Take(ChunkSize)
            .ToListAsync(cancellationToken);
    }
}
