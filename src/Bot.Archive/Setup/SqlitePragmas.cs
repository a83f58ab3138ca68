using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bot.Archive.Setup;

/// <summary>
/// Sets what SQLite keeps per connection. WAL lets readers go on beside the one writer; <c>synchronous=FULL</c> makes a
/// commit survive a power cut, which the ledger relies on; writers wait for each other instead of failing. A file that is not
/// the one of the start any more is not opened.
/// </summary>
internal sealed class SqlitePragmas(ArchiveFile file) : DbConnectionInterceptor
{
    /// <summary>How long SQLite itself waits for another writer, in milliseconds. The command timeout bounds the rest.</summary>
    private const string Pragmas =
        "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        // Before: opening would put an empty file where the lost one was.
        file.Check();
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        file.Check();
        return ValueTask.FromResult(result);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite has no asynchronous I/O: the async call would be the same one.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
