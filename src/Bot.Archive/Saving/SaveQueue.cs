using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Saving;

/// <summary>
/// Serializes the writers of a series. In SQLite, the transaction is already the only writer; in PostgreSQL, writers
/// queue on a lock that ends with the transaction, so that two saves of one day become an insert and a comparison with it
/// instead of two inserts, one of which the unique index refuses.
/// </summary>
internal static class SaveQueue
{
    public static Task EnterAsync(ArchiveContext context, string series, CancellationToken cancellationToken) =>
        !context.Database.IsSqlite()
            ? context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({series}, 0))", cancellationToken)
            : Task.CompletedTask;
}
