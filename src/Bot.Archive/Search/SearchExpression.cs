namespace Bot.Archive.Search;

/// <summary>
/// A query as the database's index understands it. Finds all that match and perhaps more: rows of tokens know no phrases, and what must
/// not be there is left to <see cref="SearchMatch"/>.
/// </summary>
internal static class SearchExpression
{
    /// <summary>For SQLite's FTS5: https://www.sqlite.org/fts5.html#full_text_query_syntax</summary>
    public static string Fts5(SearchQuery query) => Of(query, token => $"\"{token}\"", " AND ", " OR ");

    /// <summary>For PostgreSQL, as the text of a tsquery: https://www.postgresql.org/docs/current/datatype-textsearch.html</summary>
    public static string TsQuery(SearchQuery query) => Of(query, token => $"'{token}'", " & ", " | ");

    /// <summary>Tokens have letters and digits only, so that no quotation mark can end one early.</summary>
    private static string Of(SearchQuery query, Func<string, string> quoted, string and, string or) =>
        query switch
        {
            SearchQuery.Phrase phrase => Joined(SearchAtoms.NeededTokens(phrase.Atoms).Select(quoted), and),
            SearchQuery.All all => Joined(all.Parts.Where(part => part.IsBound).Select(part => Of(part, quoted, and, or)), and),
            SearchQuery.Any any => Joined(any.Parts.Select(part => Of(part, quoted, and, or)), or),
            _ => throw new ArgumentException("A query that only excludes finds everything.", nameof(query)),
        };

    private static string Joined(IEnumerable<string> parts, string by) => $"({string.Join(by, parts)})";
}
