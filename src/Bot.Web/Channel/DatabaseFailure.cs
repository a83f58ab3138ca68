using System.Data.Common;
using Bot.Archive.Setup;
using Bot.Chat.Platforms;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bot.Web.Channel;

/// <summary>Translates a failed statement of the channel's database into an outcome for its post.</summary>
internal static class DatabaseFailure
{
    // https://sqlite.org/rescode.html: the statement was refused and rolled back.
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteConstraint = 19;

    public static bool IsExpected(Exception failure) =>
        failure is DbException or DbUpdateException or OperationCanceledException or TimeoutException or ArchiveException;

    /// <summary>
    /// Only a statement refused by the database itself was certainly not stored. A lost connection or a cancelled call is
    /// unknown.
    /// </summary>
    public static SendOutcome ToSendOutcome(Exception failure)
    {
        var cause = failure is DbUpdateException { InnerException: { } inner } ? inner : failure;
        return cause switch
        {
            // Not even opened: the file has been replaced since the start.
            ArchiveException lost => new SendOutcome.RetryAfter(null, RetryScope.Token, lost.Fault.ToString()),
            SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked or SqliteReadOnly or SqliteFull or SqliteCannotOpen } sqlite =>
                new SendOutcome.RetryAfter(null, RetryScope.Token, $"SQLite error {sqlite.SqliteErrorCode}"),
            SqliteException { SqliteErrorCode: SqliteConstraint } => new SendOutcome.Rejected(
                RejectReason.Other,
                "SQLite refused the row (constraint)."
            ),
            PostgresException postgres when IsWorthRepeating(postgres.SqlState) => new SendOutcome.RetryAfter(
                null,
                RetryScope.Token,
                $"PostgreSQL error {postgres.SqlState}"
            ),
            PostgresException postgres when postgres.SqlState.StartsWith("08", StringComparison.Ordinal) => new SendOutcome.Unknown(
                $"PostgreSQL error {postgres.SqlState}"
            ),
            PostgresException postgres => new SendOutcome.Rejected(RejectReason.Other, $"PostgreSQL error {postgres.SqlState}"),
            _ => new SendOutcome.Unknown(cause.GetType().Name),
        };
    }

    /// <summary>Classes of https://www.postgresql.org/docs/current/errcodes-appendix.html: rollback, resources, operator, state.</summary>
    private static bool IsWorthRepeating(string state) =>
        state.StartsWith("40", StringComparison.Ordinal)
        || state.StartsWith("53", StringComparison.Ordinal)
        || state.StartsWith("55", StringComparison.Ordinal)
        || state.StartsWith("57", StringComparison.Ordinal)
        || state == PostgresErrorCodes.ReadOnlySqlTransaction;
}
