using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bot.Archive.Setup;

/// <summary>Interprets errors of both databases.</summary>
public static class DatabaseErrors
{
    // https://www.sqlite.org/rescode.html
    private const int NoSuchTable = 1;
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
    public static bool IsUniqueViolation(Exception exception) =>
        Cause(exception) switch
        {
            SqliteException error => error.SqliteExtendedErrorCode is ConstraintUnique or ConstraintPrimaryKey,
            PostgresException error => error.SqlState == PostgresErrorCodes.UniqueViolation,
            _ => false,
        };

    /// <summary>The same transaction may succeed if retried: a lock, a deadlock, a lost connection, a failover.</summary>
    public static bool IsTransient(Exception exception) =>
        Cause(exception) switch
        {
            SqliteException error => error.SqliteErrorCode is Busy or Locked,
            NpgsqlException error => error.IsTransient,
            _ => false,
        };

    /// <summary>The server answers and has no database of that name; migrating creates it.</summary>
    public static bool IsMissingDatabase(Exception exception) =>
        Cause(exception) is PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName };

    /// <summary>There is no such database or table yet.</summary>
    public static bool IsNotMadeYet(Exception exception) =>
        Cause(exception) switch
        {
            SqliteException error => error.SqliteErrorCode == NoSuchTable,
            PostgresException error => error.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidCatalogName,
            _ => false,
        };

    /// <summary>The problem with the database itself; null if the error is about the statement, or comes from elsewhere.</summary>
    public static DatabaseTrouble? TroubleOf(Exception exception) =>
        Causes(exception).Select(TroubleOfCause).FirstOrDefault(trouble => trouble is not null);

    private static DatabaseTrouble? TroubleOfCause(Exception cause) =>
        cause switch
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
            PostgresException { SqlState: ['5', '8', ..] } => DatabaseTrouble.Unreadable,
            PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } =>
                DatabaseTrouble.Damaged,
            // Classes 40, 08, 53, 57 and 58: rolled back for another, no connection, no resources, shut down, failed by itself.
            // https://www.postgresql.org/docs/current/errcodes-appendix.html
            PostgresException { SqlState: ['4', '0', ..] or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.ObjectInUse } =>
                DatabaseTrouble.Busy,
            PostgresException { SqlState: ['0', '8', ..] or ['5', '3', ..] or ['5', '7', ..] } => DatabaseTrouble.Unreachable,
            PostgresException => null,
            NpgsqlException { IsTransient: true }
            or NpgsqlException { InnerException: IOException or TimeoutException or System.Net.Sockets.SocketException } =>
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

    /// <summary>The provider's own exception behind EF Core's wrapping.</summary>
    private static Exception? Cause(Exception? exception) =>
        exception is DbUpdateException or InvalidOperationException && exception.InnerException is { } inner
            ? Cause(inner)
            : exception as DbException;
}
