namespace Bot.Archive.Search;

/// <summary>
/// A text that satisfies a query: decided and scored here and not by the database, so that both databases answer alike.
/// </summary>
/// <param name="Score">Higher is better: each phrase counts, in a headline more than in a text, and again the more often it stands.</param>
/// <param name="Start">Where the first hit begins in the text, in UTF-16 code units; -1 if only the headline has hits.</param>
/// <param name="Length">Length of that hit.</param>
public readonly record struct SearchMatch(double Score, int Start, int Length)
{
    private const double InHeadline = 4;

    /// <summary>Null if headline and text together do not satisfy the query.</summary>
    /// <param name="columns">The row that has the text; null: no condition on a column is satisfied.</param>
    public static SearchMatch? Of(SearchQuery query, string headline, string text, SearchColumns? columns = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        var head = SearchAtoms.Of(headline);
        var body = SearchAtoms.Of(text);
        if (!Holds(query, head, body, columns))
        {
            return null;
        }

        var score = 0.0;
        SearchAtom? first = null;
        var last = default(SearchAtom);
        foreach (var phrase in query.Sought.Distinct())
        {
            var inHead = Places(phrase.Atoms, head).Any();
            var places = Places(phrase.Atoms, body).ToList();
            score += (inHead ? InHeadline : 0) + (places.Count == 0 ? 0 : 1 + Math.Log(places.Count));
            if (places.Count > 0 && (first is null || body[places[0]].Start < first.Value.Start))
            {
                (first, last) = (body[places[0]], body[places[0] + phrase.Atoms.Count - 1]);
            }
        }

        return new SearchMatch(score, first?.Start ?? -1, first is { } hit ? last.Start + last.Length - hit.Start : 0);
    }

    private static bool Holds(SearchQuery query, IReadOnlyList<SearchAtom> head, IReadOnlyList<SearchAtom> body, SearchColumns? columns) =>
        query switch
        {
            SearchQuery.Phrase phrase => Places(phrase.Atoms, head).Any() || Places(phrase.Atoms, body).Any(),
            SearchQuery.Column column => columns?.Satisfy(column.Condition) == true,
            SearchQuery.All all => all.Parts.All(part => Holds(part, head, body, columns)),
            SearchQuery.Any any => any.Parts.Any(part => Holds(part, head, body, columns)),
            SearchQuery.None none => !Holds(none.Part, head, body, columns),
            _ => false,
        };

    /// <summary>Where the phrase stands among the atoms.</summary>
    private static IEnumerable<int> Places(IReadOnlyList<SearchAtom> phrase, IReadOnlyList<SearchAtom> atoms)
    {
        for (var at = 0; at + phrase.Count <= atoms.Count; at++)
        {
            if (StandsAt(phrase, atoms, at))
            {
                yield return at;
            }
        }
    }

    private static bool StandsAt(IReadOnlyList<SearchAtom> phrase, IReadOnlyList<SearchAtom> atoms, int at)
    {
        for (var i = 0; i < phrase.Count; i++)
        {
            if (
                !string.Equals(phrase[i].Text, atoms[at + i].Text, StringComparison.Ordinal)
                || (i > 0 && SearchAtoms.ArePair(phrase[i - 1], phrase[i]) && !SearchAtoms.ArePair(atoms[at + i - 1], atoms[at + i]))
            )
            {
                return false;
            }
        }

        return true;
    }
}
