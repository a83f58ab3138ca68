using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Ledger;

/// <summary>Whether payloads still have the contents that posts are about to be planned with.</summary>
public static class PayloadContents
{
    /// <summary>
    /// Those of some payloads whose content retention has removed. The others keep theirs until the context's transaction ends: on SQLite
    /// as nobody else writes, on PostgreSQL by a lock that retention passes over.
    /// </summary>
    public static async Task<IReadOnlySet<string>> RemovedAsync(
        ArchiveContext context,
        IReadOnlyCollection<string> hashes,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Database.IsSqlite())
        {
            return await context
                .Payloads.Where(payload => hashes.Contains(payload.Hash) && payload.Content == Payload.Removed)
                .Select(payload => payload.Hash)
                .ToHashSetAsync(cancellationToken);
        }

        var held = await context
            .Database.SqlQuery<string>(
                $"""SELECT CASE WHEN "Content" = '' THEN "Hash" ELSE '' END AS "Value" FROM payloads WHERE "Hash" = ANY({hashes.ToArray()}) ORDER BY "Hash" FOR KEY SHARE"""
            )
            .ToListAsync(cancellationToken);
        return held.Where(hash => hash.Length > 0).ToHashSet();
    }
}
