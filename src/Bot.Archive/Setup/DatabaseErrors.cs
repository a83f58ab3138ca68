using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bot.Archive.Setup;

/// <summary>What a database's error means, on both databases.</summary>
public static class DatabaseErrors
{
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;

    /// <summary>A row with the same unique key exists: somebody was faster.</summary>
    public static bool IsUniqueViolation(Exception exception) => Cause(exception) switch
    {
        SqliteException error => error.SqliteExtendedErrorCode is ConstraintUnique or ConstraintPrimaryKey,
        PostgresException error => error.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    /// <summary>The same transaction may succeed when tried again: a lock, a deadlock, a lost connection, a failover.</summary>
    public static bool IsTransient(Exception exception) => Cause(exception) switch
    {
        SqliteException error => error.SqliteErrorCode is Busy or Locked,
        NpgsqlException error => error.IsTransient,
        _ => false,
    };

    /// <summary>The provider's own exception behind EF Core's wrapping.</summary>
    private static Exception? Cause(Exception? exception) =>
        exception is DbUpdateException or InvalidOperationException && exception.InnerException is { } inner ? Cause(inner) : exception as DbException;
}
