using Bot.Archive;
using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Ledger;

/// <summary>
/// Takes, renews and releases the right to send with a token. On PostgreSQL the database's clock decides expiry, because processes' clocks
/// differ. On SQLite nothing needs to expire: one process holds the file's lock, so the previous holder is dead or is this process, and
/// the epoch fences it off.
/// </summary>
public sealed class LeaseStore(IDbContextFactory<ArchiveContext> contexts, LedgerWriter writer, TimeProvider time)
{
    // .NET ticks of 1970-01-01; clock_timestamp(), because now() does not advance within a transaction.
    private const string DatabaseTicks = "(EXTRACT(EPOCH FROM clock_timestamp()) * 10000000)::bigint + 621355968000000000";

    /// <summary>The new holding, or null while another process holds the lease.</summary>
    /// <param name="owner">Names the process for people; the protocol ignores it.</param>
    public async Task<TakenLease?> TakeAsync(string token, string owner, TimeSpan length, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var taken = await writer.WriteAsync(context =>
            context.Database.IsSqlite()
                ? TakeOnSqliteAsync(context, token, owner, length)
                : TakeOnPostgreSqlAsync(context, token, owner, length)
        );
        return taken is [var row] ? new TakenLease(new LeaseStamp(token, row.Epoch), row.Former, row.WasGivenBack) : null;
    }

    /// <summary>False when the lease was taken over: stop sending.</summary>
    public async Task<bool> RenewAsync(LeaseStamp stamp, TimeSpan length) => (await RenewAsync([stamp], length)).Count == 1;

    /// <summary>
    /// Renews leases, in one statement on PostgreSQL. Returns the tokens of those that were neither taken over nor given back.
    /// </summary>
    public async Task<IReadOnlySet<string>> RenewAsync(IReadOnlyCollection<LeaseStamp> stamps, TimeSpan length) =>
        await writer.WriteAsync(context =>
            context.Database.IsSqlite() ? RenewOnSqliteAsync(context, stamps, length) : RenewOnPostgreSqlAsync(context, stamps, length)
        );

    /// <summary>Lets another process take over at once. Does nothing if one already has.</summary>
    public Task ReleaseAsync(LeaseStamp stamp) =>
        writer.WriteAsync(context =>
            Mine(context, stamp).ExecuteUpdateAsync(set => set.SetProperty(lease => lease.ExpiresAt, DateTimeOffset.MinValue))
        );

    /// <summary>What others hold now. Empty on SQLite, where there are no others.</summary>
    /// <param name="owner">The asking process.</param>
    /// <param name="length">Of a lease: one that ends later than that is not live.</param>
    public async Task<IReadOnlyList<string>> HeldByOthersAsync(string owner, TimeSpan length, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return context.Database.IsSqlite()
            ? []
            : await context
                .Database.SqlQueryRaw<string>(
                    $$"""
                    SELECT "Token" AS "Value" FROM leases
                    WHERE "Owner" <> {0} AND "ExpiresAt" > {{DatabaseTicks}} AND "ExpiresAt" <= {{DatabaseTicks}} + 2 * {1}
                    """,
                    owner,
                    length.Ticks
                )
                .ToListAsync(cancellationToken);
    }

    /// <summary>Removes the leases of a kind that ended long ago: nobody takes those of processes that are gone.</summary>
    public Task ForgetAsync(string prefix, TimeSpan ago) =>
        writer.WriteAsync(context =>
            context.Database.IsSqlite()
                ? Task.FromResult(0)
                : context.Database.ExecuteSqlRawAsync(
                    $$"""DELETE FROM leases WHERE starts_with("Token", {0}) AND "ExpiresAt" < {{DatabaseTicks}} - {1}""",
                    prefix,
                    ago.Ticks
                )
        );

    private static IQueryable<Lease> Mine(ArchiveContext context, LeaseStamp stamp) =>
        context.Leases.Where(lease => lease.Token == stamp.Token && lease.Epoch == stamp.Epoch);

    private async Task<HashSet<string>> RenewOnSqliteAsync(ArchiveContext context, IReadOnlyCollection<LeaseStamp> stamps, TimeSpan length)
    {
        var renewed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stamp in stamps)
        {
            var until = time.GetUtcNow() + length;
            if (await Mine(context, stamp).ExecuteUpdateAsync(set => set.SetProperty(lease => lease.ExpiresAt, until)) == 1)
            {
                renewed.Add(stamp.Token);
            }
        }

        return renewed;
    }

    // The last condition: one that is given back while a renewal is on its way stays given back.
    private static async Task<HashSet<string>> RenewOnPostgreSqlAsync(
        ArchiveContext context,
        IReadOnlyCollection<LeaseStamp> stamps,
        TimeSpan length
    ) =>
        [
            .. await context
                .Database.SqlQueryRaw<string>(
                    $$"""
                    UPDATE leases SET "ExpiresAt" = {{DatabaseTicks}} + {0}
                    FROM unnest({1}, {2}) AS held(token, epoch)
                    WHERE leases."Token" = held.token AND leases."Epoch" = held.epoch AND leases."ExpiresAt" > 0
                    RETURNING leases."Token" AS "Value"
                    """,
                    length.Ticks,
                    stamps.Select(stamp => stamp.Token).ToArray(),
                    stamps.Select(stamp => stamp.Epoch).ToArray()
                )
                .ToListAsync(),
        ];

    private Task<List<TakenRow>> TakeOnSqliteAsync(ArchiveContext context, string token, string owner, TimeSpan length) =>
        context
            .Database.SqlQueryRaw<TakenRow>(
                """
                INSERT INTO leases ("Token", "Owner", "Epoch", "ExpiresAt") VALUES ({0}, {1}, 1, {2})
                ON CONFLICT ("Token") DO UPDATE
                SET "Owner" = excluded."Owner", "Epoch" = leases."Epoch" + 1, "ExpiresAt" = excluded."ExpiresAt"
                RETURNING "Epoch", NULL AS "Former", 0 AS "WasGivenBack"
                """,
                token,
                owner,
                (time.GetUtcNow() + length).UtcTicks
            )
            .ToListAsync();

    // The second condition: after the database's clock was set back, a lease that ends too far ahead is not live (faults C4).
    private static Task<List<TakenRow>> TakeOnPostgreSqlAsync(ArchiveContext context, string token, string owner, TimeSpan length) =>
        context
            .Database.SqlQueryRaw<TakenRow>(
                $$"""
                WITH former AS (SELECT "Owner", "ExpiresAt" FROM leases WHERE "Token" = {0})
                INSERT INTO leases ("Token", "Owner", "Epoch", "ExpiresAt") VALUES ({0}, {1}, 1, {{DatabaseTicks}} + {2})
                ON CONFLICT ("Token") DO UPDATE
                SET "Owner" = excluded."Owner", "Epoch" = leases."Epoch" + 1, "ExpiresAt" = excluded."ExpiresAt"
                WHERE leases."ExpiresAt" <= {{DatabaseTicks}} OR leases."ExpiresAt" > {{DatabaseTicks}} + 2 * {2}
                RETURNING "Epoch", (SELECT "Owner" FROM former) AS "Former",
                    COALESCE((SELECT "ExpiresAt" = 0 FROM former), FALSE) AS "WasGivenBack"
                """,
                token,
                owner,
                length.Ticks
            )
            .ToListAsync();

    private sealed record TakenRow(long Epoch, string? Former, bool WasGivenBack);
}
