using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Setup;

/// <summary>
/// Finds out whether the archive is writable by writing a small row: a full disk, a lost file and a disk that became
/// read-only all remain readable for a while.
/// </summary>
public sealed class ArchiveProbe(ArchiveOptions options, ArchiveFile file, IDbContextFactory<ArchiveContext> contexts, TimeProvider time)
{
    /// <summary>Owner of the row in the platform state table; no platform has this name.</summary>
    private const string Owner = "bot";

    private const string Key = "last-probe";

    /// <summary>How long another writer may take before it counts as a problem.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Null if a row was written. Throws only if cancelled.</summary>
    public async Task<DatabaseTrouble?> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            file.Check();
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            if (options.Provider == DatabaseProvider.Sqlite)
            {
                // On a separate thread, because SQLite blocks it while waiting for another writer.
                await Task.Run(() => WriteToSqlite(context), cancellationToken);
            }
            else
            {
                context.Database.SetCommandTimeout(Patience);
                await context.Database.ExecuteSqlAsync(Row(), cancellationToken);
            }

            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return DatabaseErrors.TroubleOf(failure) ?? DatabaseTrouble.Unreachable;
        }
    }

    private void WriteToSqlite(ArchiveContext context)
    {
        context.Database.OpenConnection();
        context.Database.ExecuteSqlRaw("PRAGMA busy_timeout=500");
        try
        {
            context.Database.SetCommandTimeout(Patience);
            context.Database.ExecuteSql(Row());
        }
        finally
        {
            // The connection goes back to the pool, and its next user waits as long as all do.
            context.Database.ExecuteSqlRaw(SqlitePragmas.BusyTimeout);
        }
    }

    private FormattableString Row() =>
        $"""
            INSERT INTO platform_state ("Platform", "Key", "Value", "ChangedAt") VALUES ({Owner}, {Key}, {""}, {time.GetUtcNow().UtcTicks})
            ON CONFLICT ("Platform", "Key") DO UPDATE SET "ChangedAt" = excluded."ChangedAt"
            """;
}
