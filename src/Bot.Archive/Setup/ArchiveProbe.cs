using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Setup;

/// <summary>
/// Finds out whether the archive can be written, by writing one small row: a full disk, a lost file and a disk that turned
/// read-only are all readable for a while.
/// </summary>
public sealed class ArchiveProbe(ArchiveOptions options, ArchiveFile file, IDbContextFactory<ArchiveContext> contexts, TimeProvider time)
{
    /// <summary>A row of the table that keeps small things across restarts; no platform is called so.</summary>
    private const string Owner = "bot";

    private const string Key = "last-probe";

    /// <summary>How long somebody else may be writing before that counts.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Null when a row was written. Never throws but when cancelled.</summary>
    public async Task<DatabaseTrouble?> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            file.Check();
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            if (options.Provider == DatabaseProvider.Sqlite)
            {
                // On a thread of its own, as SQLite waits for the other writer on it.
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
        // The connection goes back to the pool; whoever gets it next sets its pragmas again.
        context.Database.ExecuteSqlRaw("PRAGMA busy_timeout=500");
        context.Database.SetCommandTimeout(Patience);
        context.Database.ExecuteSql(Row());
    }

    private FormattableString Row() =>
        $"""
        INSERT INTO platform_state ("Platform", "Key", "Value", "ChangedAt") VALUES ({Owner}, {Key}, {""}, {time.GetUtcNow().UtcTicks})
        ON CONFLICT ("Platform", "Key") DO UPDATE SET "ChangedAt" = excluded."ChangedAt"
        """;
}
