using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Bot.Archive.Ledger;

/// <summary>Says which failures of the database pass, and how long to wait for them.</summary>
public static class LedgerRetry
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Busy, locked, full, unreachable, failed over, deadlocked: the same write may succeed later.</summary>
    public static bool IsPassing(Exception failure)
    {
        for (var current = failure; current is not null; current = current.InnerException)
        {
            switch (current)
            {
                // SQLITE_BUSY, LOCKED, IOERR, FULL, CANTOPEN: https://www.sqlite.org/rescode.html
                case SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 or 14 }:
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

    /// <summary>50 ms, doubling, at most 5 s.</summary>
    /// <param name="attempt">From 1.</param>
    public static TimeSpan Wait(int attempt)
    {
        var wait = TimeSpan.FromMilliseconds(50 * Math.Pow(2, Math.Min(attempt, 20) - 1));
        return wait < Longest ? wait : Longest;
    }
}
