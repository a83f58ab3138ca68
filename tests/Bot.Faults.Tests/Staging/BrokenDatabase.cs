using System.Data.Common;
using Bot.Archive.Setup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Bot.Faults.Tests.Staging;

/// <summary>How a database fails.</summary>
public enum Breakage
{
    DiskFull,

    /// <summary>Locked by somebody else; on PostgreSQL a deadlock.</summary>
    Busy,

    /// <summary>PostgreSQL's 40001; SQLite, which has no such error, is busy instead.</summary>
    Serialization,
    ConnectionLost,
}

/// <summary>Makes chosen statements of one process fail as the database would, until it is healed.</summary>
public sealed class BrokenStatements(DatabaseProvider provider, Breakage breakage, Func<string, bool> isMeant) : DbCommandInterceptor
{
    private volatile bool _isHealed;
    private int _failures;

    public int Failures => Volatile.Read(ref _failures);

    public void Heal() => _isHealed = true;

    /// <summary>Statements that change posts to a state.</summary>
    public static Func<string, bool> PostsTo(string state) =>
        text =>
            text.StartsWith("UPDATE", StringComparison.Ordinal)
            && text.Contains("posts", StringComparison.Ordinal)
            && text.Contains(state, StringComparison.Ordinal);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        var values = string.Join(' ', command.Parameters.Cast<DbParameter>().Select(parameter => $"'{parameter.Value}'"));
        if (!_isHealed && isMeant($"{command.CommandText} {values}"))
        {
            Interlocked.Increment(ref _failures);
            throw Failure(provider, breakage);
        }

        return ValueTask.FromResult(result);
    }

    internal static DbException Failure(DatabaseProvider provider, Breakage breakage) =>
        (provider, breakage) switch
        {
            (DatabaseProvider.Sqlite, Breakage.DiskFull) => new SqliteException("database or disk is full", 13),
            (DatabaseProvider.Sqlite, Breakage.ConnectionLost) => new SqliteException("disk I/O error", 10),
            (DatabaseProvider.Sqlite, _) => new SqliteException("database is locked", 5),
            (_, Breakage.DiskFull) => new PostgresException("could not extend file: No space left on device", "ERROR", "ERROR", "53100"),
            (_, Breakage.Busy) => new PostgresException("deadlock detected", "ERROR", "ERROR", "40P01"),
            (_, Breakage.Serialization) => new PostgresException("could not serialize access", "ERROR", "ERROR", "40001"),
            _ => new NpgsqlException("Exception while reading from stream", new IOException("Connection reset by peer")),
        };
}

/// <summary>Lets a share of all commits succeed but lose their acknowledgement.</summary>
public sealed class LostAcknowledgements(DatabaseProvider provider, double share, int seed) : DbTransactionInterceptor
{
    private readonly Random _random = new(seed);
    private int _lost;

    public int Lost => Volatile.Read(ref _lost);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        lock (_random)
        {
            if (_random.NextDouble() < share)
            {
                Interlocked.Increment(ref _lost);
                throw BrokenStatements.Failure(provider, Breakage.ConnectionLost);
            }
        }

        return Task.CompletedTask;
    }
}
