using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Saving;

/// <summary>Assigns ids to new items before they are inserted, because their mentions refer to them.</summary>
internal static class ItemIds
{
    /// <summary>Gives each row its id. After a rollback, ids may be reused in SQLite and are skipped in PostgreSQL.</summary>
    public static async Task AssignAsync(ArchiveContext context, IReadOnlyList<StoredItem> items, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return;
        }

        var ids = !context.Database.IsSqlite()
            ? await context
                .Database.SqlQuery<long>(
                    $"""SELECT nextval(pg_get_serial_sequence('items', 'Id')) AS "Value" FROM generate_series(1, {items.Count})"""
                )
                .ToListAsync(cancellationToken)
            : await AfterLastAsync(context, items.Count, cancellationToken);
        for (var i = 0; i < items.Count; i++)
        {
            items[i].Id = ids[i];
        }
    }

    /// <summary>SQLite's transaction is the only writer, and AUTOINCREMENT remembers the highest id ever used.</summary>
    private static async Task<List<long>> AfterLastAsync(ArchiveContext context, int count, CancellationToken cancellationToken)
    {
        var last = await context
            .Database.SqlQuery<long>($"""SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'items'), 0) AS "Value" """)
            .SingleAsync(cancellationToken);
        return [.. Enumerable.Range(1, count).Select(offset => last + offset)];
    }
}
