using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Delivery.Waking;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Ledger;

/// <summary>
/// Takes, renews and releases the right to send with a token. On PostgreSQL the database's clock decides expiry, because processes' clocks
/// differ. On SQLite nothing needs to expire: one process holds the file's lock, so the previous holder is dead or is this process, and
/// the epoch fences it off.
/// </summary>
public sealed class LeaseStore(IDbContextFactory<ArchiveContext> contexts, LedgerWriter writer, NewerVersion newer, TimeProvider time)
{
    /// <summary>Prefix of the leases of processes that wait to migrate; their generation and owner follow.</summary>
    internal const string UpgradePrefix = "upgrade:";

    /// <summary>Told with the tokens of a renewal: a <see cref="NewerVersionStatus"/>.</summary>
    private const string StatusPrefix = "newer:";

    // .NET ticks of 1970-01-01; clock_timestamp(), because now() does not advance within a transaction.
    private const string DatabaseTicks = "(EXTRACT(EPOCH FROM clock_timestamp()) * 10000000)::bigint + 621355968000000000";

    // In all of these {0} is this version's generation.
    private const string IsMigrated = $$"""
        EXISTS (SELECT 1 FROM change_counts WHERE "Name" = '{{ChangeCount.Schema}}' AND "Number" > {0})
        """;

    // CASE, because AND may read the number of a token that has none.
    private const string IsAwaited = $$"""
        EXISTS (
            SELECT 1 FROM leases
            WHERE "ExpiresAt" > {{DatabaseTicks}}
            AND CASE WHEN starts_with("Token", '{{UpgradePrefix}}') THEN split_part("Token", ':', 2)::int > {0} ELSE FALSE END
        )
        """;

    private const string Newer = $"""
        SELECT '{StatusPrefix}' || CASE
            WHEN {IsMigrated} THEN '{nameof(NewerVersionStatus.HasMigrated)}'
            WHEN {IsAwaited} THEN '{nameof(NewerVersionStatus.Waits)}'
            ELSE '{nameof(NewerVersionStatus.None)}' END AS "Value"
        """;

    /// <summary>The new holding, or null while another process holds the lease, or a newer version waits.</summary>
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

    /// <summary>Lets another process take over at once, and tells the others so. Does nothing if one already has.</summary>
    public Task ReleaseAsync(LeaseStamp stamp) =>
        writer.WriteAsync(context =>
            context.Database.IsSqlite()
                ? Mine(context, stamp).ExecuteUpdateAsync(set => set.SetProperty(lease => lease.ExpiresAt, DateTimeOffset.MinValue))
                : context.Database.ExecuteSqlRawAsync(
                    """
                    WITH released AS (UPDATE leases SET "ExpiresAt" = 0 WHERE "Token" = {0} AND "Epoch" = {1} RETURNING "Owner")
                    SELECT pg_notify({2}, "Owner") FROM released
                    """,
                    stamp.Token,
                    stamp.Epoch,
                    DueNotices.Channel
                )
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

    /// <summary>Other processes that hold anything now, by name, but those that only wait to migrate. Empty on SQLite.</summary>
    /// <inheritdoc cref="HeldByOthersAsync"/>
    public async Task<IReadOnlyList<string>> HoldersAsync(string owner, TimeSpan length, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return context.Database.IsSqlite()
            ? []
            : await context
                .Database.SqlQueryRaw<string>(
                    $$"""
                    SELECT DISTINCT "Owner" AS "Value" FROM leases
                    WHERE "Owner" <> {0} AND "ExpiresAt" > {{DatabaseTicks}} AND "ExpiresAt" <= {{DatabaseTicks}} + 2 * {1}
                    AND NOT starts_with("Token", {2})
                    """,
                    owner,
                    length.Ticks,
                    UpgradePrefix
                )
                .ToListAsync(cancellationToken);
    }

    /// <summary>Asks whether a newer version waits or has migrated: for a process that holds nothing to renew.</summary>
    public async Task LookForNewerAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!context.Database.IsSqlite())
        {
            Heard(await context.Database.SqlQueryRaw<string>(Newer, (long)newer.Generation).ToListAsync(cancellationToken));
        }
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
    private async Task<HashSet<string>> RenewOnPostgreSqlAsync(
        ArchiveContext context,
        IReadOnlyCollection<LeaseStamp> stamps,
        TimeSpan length
    ) =>
        Heard(
            await context
                .Database.SqlQueryRaw<string>(
                    $$"""
                    WITH renewed AS (
                    UPDATE leases SET "ExpiresAt" = {{DatabaseTicks}} + {1}
                    FROM unnest({2}, {3}) AS held(token, epoch)
                    WHERE leases."Token" = held.token AND leases."Epoch" = held.epoch AND leases."ExpiresAt" > 0
                    RETURNING leases."Token" AS "Value"
                    )
                    SELECT "Value" FROM renewed UNION ALL {{Newer}}
                    """,
                    (long)newer.Generation,
                    length.Ticks,
                    stamps.Select(stamp => stamp.Token).ToArray(),
                    stamps.Select(stamp => stamp.Epoch).ToArray()
                )
                .ToListAsync()
        );

    /// <summary>Takes what is said of newer versions out of what a statement has told.</summary>
    private HashSet<string> Heard(List<string> told)
    {
        var status = told.Single(one => one.StartsWith(StatusPrefix, StringComparison.Ordinal));
        newer.Saw(Enum.Parse<NewerVersionStatus>(status.AsSpan(StatusPrefix.Length)));
        told.Remove(status);
        return [.. told];
    }

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
    private Task<List<TakenRow>> TakeOnPostgreSqlAsync(ArchiveContext context, string token, string owner, TimeSpan length) =>
        context
            .Database.SqlQueryRaw<TakenRow>(
                $$"""
                WITH former AS (SELECT "Owner", "ExpiresAt" FROM leases WHERE "Token" = {1})
                INSERT INTO leases ("Token", "Owner", "Epoch", "ExpiresAt") SELECT {1}, {2}, 1, {{DatabaseTicks}} + {3}
                WHERE NOT ({{IsMigrated}} OR {{IsAwaited}})
                ON CONFLICT ("Token") DO UPDATE
                SET "Owner" = excluded."Owner", "Epoch" = leases."Epoch" + 1, "ExpiresAt" = excluded."ExpiresAt"
                WHERE leases."ExpiresAt" <= {{DatabaseTicks}} OR leases."ExpiresAt" > {{DatabaseTicks}} + 2 * {3}
                RETURNING "Epoch", (SELECT "Owner" FROM former) AS "Former",
                    COALESCE((SELECT "ExpiresAt" = 0 FROM former), FALSE) AS "WasGivenBack"
                """,
                (long)newer.Generation,
                token,
                owner,
                length.Ticks
            )
            .ToListAsync();

    private sealed record TakenRow(long Epoch, string? Former, bool WasGivenBack);
}
