using System.Globalization;
using System.Text;
using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Search;

/// <summary>
/// The tokens of items, in SQLite's FTS5 or PostgreSQL's GIN index, written inside the caller's transaction. References are not searched:
/// their titles would find every story twice.
/// </summary>
internal static class SearchIndex
{
    private const int RowsPerStatement = 500;

    public static bool Covers(ItemKind kind) => kind != ItemKind.Reference;

    /// <summary>Replaces what is stored for a briefing's items; those that are gone are left out.</summary>
    /// <param name="drafts">Parallel to the items.</param>
    public static async Task ReplaceAsync(
        ArchiveContext context,
        int briefing,
        IReadOnlyList<StoredItem> items,
        IReadOnlyList<ItemDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        await RemoveAsync(context, briefing, cancellationToken);
        await AddAsync(context, items, drafts, cancellationToken);
    }

    /// <param name="drafts">Parallel to the items.</param>
    public static async Task AddAsync(
        ArchiveContext context,
        IReadOnlyList<StoredItem> items,
        IReadOnlyList<ItemDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        var rows = items.Zip(drafts).Where(row => row.First.GoneInRevision is null && Covers(row.First.Kind));
        foreach (var some in rows.Chunk(RowsPerStatement))
        {
            var isNpgsql = !context.Database.IsSqlite();
            var sql = new StringBuilder(
                isNpgsql ? """INSERT INTO item_words ("ItemId", "Words") VALUES """ : "INSERT INTO item_words (rowid, words) VALUES "
            );
            var parameters = new List<object>(some.Length * 2);
            foreach (var (item, draft) in some)
            {
                var at = parameters.Count;
                sql.Append(at == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"({{{at}}}, ");
                sql.Append(isNpgsql ? "array_to_tsvector(" : "(").Append(CultureInfo.InvariantCulture, $"{{{at + 1}}}))");
                parameters.AddRange([item.Id, isNpgsql ? draft.Words.ToArray() : string.Join(' ', draft.Words)]);
            }

            await context.Database.ExecuteSqlRawAsync(sql.ToString(), parameters, cancellationToken);
        }
    }

    /// <summary>Removes what is stored for a briefing's items, before they are removed themselves.</summary>
    public static Task<int> RemoveAsync(ArchiveContext context, int briefing, CancellationToken cancellationToken) =>
        !context.Database.IsSqlite()
            ? context.Database.ExecuteSqlAsync(
                $"""DELETE FROM item_words WHERE "ItemId" IN (SELECT "Id" FROM items WHERE "BriefingId" = {briefing})""",
                cancellationToken
            )
            : context.Database.ExecuteSqlAsync(
                $"""DELETE FROM item_words WHERE rowid IN (SELECT "Id" FROM items WHERE "BriefingId" = {briefing})""",
                cancellationToken
            );

    /// <summary>Ids of the items that may match.</summary>
    public static IQueryable<long> Candidates(ArchiveContext context, SearchQuery query) =>
        !context.Database.IsSqlite()
            ? context.Database.SqlQuery<long>(
                $"""SELECT "ItemId" AS "Value" FROM item_words WHERE "Words" @@ {SearchExpression.TsQuery(query)}::tsquery"""
            )
            : context.Database.SqlQuery<long>(
                $"""SELECT rowid AS "Value" FROM item_words WHERE item_words MATCH {SearchExpression.Fts5(query)}"""
            );

    /// <summary>Of headline and text apart, so that no phrase runs from one into the other.</summary>
    public static IReadOnlyCollection<string> Words(string headline, string text) =>
        new HashSet<string>(
            [.. SearchAtoms.Tokens(SearchAtoms.Of(headline)), .. SearchAtoms.Tokens(SearchAtoms.Of(text))],
            StringComparer.Ordinal
        );
}
