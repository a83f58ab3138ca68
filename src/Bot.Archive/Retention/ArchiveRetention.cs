using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Retention;

/// <summary>
/// Removes what is older than <see cref="RetentionOptions"/> allow and what nothing depends on, a little at a time: stopped or killed
/// between two steps it has removed less, and nothing else.
/// </summary>
public sealed class ArchiveRetention(IDbContextFactory<ArchiveContext> contexts, RetentionOptions options, TimeProvider time)
{
    private readonly Dictionary<RetainedKind, IExpiry> _expiries = new IExpiry[]
    {
        new ExpiredPayloads(options.Payloads),
        new ExpiredWebMessages(options.WebMessages),
        new ExpiredRows<Entities.InboxEntry>(
            RetainedKind.Requests,
            options.Requests,
            (context, before) => context.Inbox.Where(row => row.ReceivedAt < before)
        ),
        new ExpiredRows<Entities.AuditEntry>(
            RetainedKind.Audit,
            options.Audit,
            (context, before) => context.Audit.Where(row => row.At < before)
        ),
        new ExpiredRows<Entities.StoredAsker>(
            RetainedKind.Askers,
            options.Askers,
            (context, before) => context.Askers.Where(row => row.AnsweredAt < before)
        ),
    }.ToDictionary(expiry => expiry.Kind);

    /// <summary>What is removed at all, in the order in which it is.</summary>
    public IReadOnlyList<RetainedKind> Kinds =>
        [.. _expiries.Values.Where(expiry => expiry.Age > TimeSpan.Zero).Select(expiry => expiry.Kind)];

    /// <summary>How much could be removed now.</summary>
    public async Task<int> CountAsync(RetainedKind kind, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await _expiries[kind].CountAsync(context, Before(kind), cancellationToken);
    }

    /// <summary>Removes some, in one short transaction. What was removed stays removed whatever happens next.</summary>
    /// <param name="most">About how many rows; 1 or more.</param>
    public async Task<Removal> RemoveSomeAsync(RetainedKind kind, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var removal = await _expiries[kind].RemoveAsync(context, Before(kind), most, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return removal;
    }

    /// <summary>The size of the database.</summary>
    public async Task<ArchiveSize> SizeAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!context.Database.IsSqlite())
        {
            return new(
                await context
                    .Database.SqlQuery<long>($"""SELECT pg_database_size(current_database()) AS "Value" """)
                    .SingleAsync(cancellationToken),
                Free: 0
            );
        }

        var page = await PragmaAsync(context, "page_size", cancellationToken);
        return new(
            page * await PragmaAsync(context, "page_count", cancellationToken),
            page * await PragmaAsync(context, "freelist_count", cancellationToken)
        );
    }

    private static async Task<long> PragmaAsync(ArchiveContext context, string pragma, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // One of the names above.
        command.CommandText = $"PRAGMA {pragma}";
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private DateTimeOffset Before(RetainedKind kind)
    {
        var now = time.GetUtcNow();
        var age = _expiries[kind].Age;
        return age > TimeSpan.Zero && age < now - DateTimeOffset.MinValue ? now - age : DateTimeOffset.MinValue;
    }
}
