using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bot.Archive.Setup;

/// <summary>Interprets errors of both databases.</summary>
public static class DatabaseErrors
{
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;

    /// <summary>A row with the same unique key already exists: someone else was faster.</summary>
    public static bool IsUniqueViolation(Exception exception) => Cause(exception) switch
    {
        SqliteException error => error.SqliteExtendedErrorCode is ConstraintUnique or ConstraintPrimaryKey,
        PostgresException error => error.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    /// <summary>The same transaction may succeed if retried: a lock, a deadlock, a lost connection, a failover.</summary>
    public static bool IsTransient(Exception exception) => Cause(exception) switch
    {
        SqliteException error => error.SqliteErrorCode is Busy or Locked,
        NpgsqlException error => error.IsTransient,
        _ => false,
    };

    /// <summary>The problem with the database itself; null if the error is about the statement, or comes from elsewhere.</summary>
    public static DatabaseTrouble? TroubleOf(Exception exception) => Causes(exception).Select(TroubleOfCause).FirstOrDefault(trouble => trouble is not null);

    private static DatabaseTrouble? TroubleOfCause(Exception cause) => cause switch
    {
        ArchiveException { Fault: ArchiveFault.Replaced or ArchiveFault.Lost } => DatabaseTrouble.Lost,
        SqliteException error => error.SqliteErrorCode switch
        {
            Busy or Locked => DatabaseTrouble.Busy,
            ReadOnly => DatabaseTrouble.ReadOnly,
            InputOutput => DatabaseTrouble.Unreadable,
            Corrupt or NotADatabase => DatabaseTrouble.Damaged,
            Full => DatabaseTrouble.Full,
            CannotOpen => DatabaseTrouble.CannotOpen,
            _ => null,
        },
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => DatabaseTrouble.Full,
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => DatabaseTrouble.ReadOnly,
        PostgresException { SqlState: PostgresErrorCodes.IoError } => DatabaseTrouble.Unreadable,
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } => DatabaseTrouble.Damaged,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable } =>
            DatabaseTrouble.Busy,
        // Classes 08, 53 and 57: no connection, no resources, shut down. https://www.postgresql.org/docs/current/errcodes-appendix.html
        PostgresException { SqlState: ['0', '8', ..] or ['5', '3', ..] or ['5', '7', ..] } => DatabaseTrouble.Unreachable,
        PostgresException => null,
        NpgsqlException { IsTransient: true } or NpgsqlException { InnerException: IOException or TimeoutException or System.Net.Sockets.SocketException } =>
            DatabaseTrouble.Unreachable,
        _ => null,
    };

    /// <summary>The exception and its causes, outermost first.</summary>
    private static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }

    /// <summary>Busy, locked, full, unreachable, failed over, deadlocked: the same write may succeed later.</summary>
    public static bool IsPassing(Exception failure)
    {
        for (var current = failure; current is not null; current = current.InnerException)
        {
            switch (current)
            {
                // SQLITE_BUSY, LOCKED, IOERR, FULL, CANTOPEN: https://www.sqlite.org/rescode.html
                case SqliteException { SqliteErrorCode: Busy or Locked or 10 or 13 or 14 }:
                // disk_full, and statement_completion_unknown (08007) with the rest of class 08.
                case PostgresException { SqlState: "53100" or ['0', '8', ..] }:
                case NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException or TimeoutException }:
                case DbException { IsTransient: true }:
                case IOException or TimeoutException:
                    return true;
            }
        }

        return false;
    }

    /// <summary>The provider's own exception inside EF Core's wrapper.</summary>
    private static Exception? Cause(Exception? exception) =>
        exception is DbUpdateException or InvalidOperationException && exception.InnerException is { } inner ? Cause(inner) : exception as DbException;
}
