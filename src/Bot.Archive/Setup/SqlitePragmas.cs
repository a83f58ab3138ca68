using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bot.Archive.Setup;

/// <summary>
/// Sets SQLite's per-connection settings, once for each connection. WAL lets readers continue alongside the single writer; <c>synchronous=FULL</c>
/// makes commits survive a power cut, which the ledger relies on; writers wait for each other instead of failing. A file
/// that is no longer the one from the start is not opened.
/// </summary>
internal sealed class SqlitePragmas(ArchiveFile file) : DbConnectionInterceptor
{
    /// <summary>How long SQLite itself waits for another writer, in milliseconds. The command timeout bounds the rest.</summary>
    public const string BusyTimeout = "PRAGMA busy_timeout=5000;";

    private const string Pragmas = BusyTimeout + " PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

    // A pooled connection is opened again and again, and keeps its settings meanwhile.
    private readonly ConditionalWeakTable<object, object> _set = [];

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        // Before opening, which would create an empty file in place of the lost one.
        file.Check();
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        file.Check();
        return ValueTask.FromResult(result);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var handle = (connection as SqliteConnection)?.Handle;
        if (handle is not null && _set.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        if (handle is not null)
        {
            _set.AddOrUpdate(handle, file);
        }
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        // SQLite has no asynchronous I/O, so an async call would do the same.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
