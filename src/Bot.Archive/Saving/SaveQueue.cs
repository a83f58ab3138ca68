using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Saving;

/// <summary>
/// One writer of a series at a time. SQLite's transaction has begun as the only writer; PostgreSQL queues on a lock that
/// ends with the transaction, so that two saves of one day become a creation and a comparison instead of two creations
/// of which the unique index refuses one.
/// </summary>
internal static class SaveQueue
{
    public static Task EnterAsync(ArchiveContext context, string series, CancellationToken cancellationToken) =>
        context.Database.IsNpgsql()
            ? context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({series}, 0))", cancellationToken)
            : Task.CompletedTask;
}
