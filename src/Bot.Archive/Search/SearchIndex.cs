using System.Globalization;
using System.Text;
using Bot.Archive.Entities;
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

    /// <summary>Replaces what is stored for these items; those that are gone are left out.</summary>
    public static async Task ReplaceAsync(
        ArchiveContext context,
        int briefing,
        IReadOnlyList<StoredItem> items,
        CancellationToken cancellationToken
    )
    {
        await RemoveAsync(context, briefing, cancellationToken);
        await AddAsync(context, items, cancellationToken);
    }

    public static async Task AddAsync(ArchiveContext context, IReadOnlyList<StoredItem> items, CancellationToken cancellationToken)
    {
        var rows = items.Where(item => item.GoneInRevision is null && Covers(item.Kind)).DistinctBy(item => item.Id);
        foreach (var some in rows.Chunk(RowsPerStatement))
        {
            var isNpgsql = !context.Database.IsSqlite();
            var sql = new StringBuilder(
                isNpgsql ? """INSERT INTO item_words ("ItemId", "Words") VALUES """ : "INSERT INTO item_words (rowid, words) VALUES "
            );
            var parameters = new List<object>(some.Length * 2);
            foreach (var item in some)
            {
                var at = parameters.Count;
                sql.Append(at == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"({{{at}}}, ");
                sql.Append(isNpgsql ? "array_to_tsvector(" : "(").Append(CultureInfo.InvariantCulture, $"{{{at + 1}}}))");
                var tokens = Tokens(item);
                parameters.AddRange([item.Id, isNpgsql ? tokens.ToArray() : string.Join(' ', tokens)]);
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
    private static HashSet<string> Tokens(StoredItem item) =>
        [.. SearchAtoms.Tokens(SearchAtoms.Of(item.Headline)), .. SearchAtoms.Tokens(SearchAtoms.Of(item.Text))];
}
