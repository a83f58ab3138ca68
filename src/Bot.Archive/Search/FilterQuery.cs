using Bot.Briefings.Filters;

namespace Bot.Archive.Search;

/// <summary>A filter as a query of the archive.</summary>
public static class FilterQuery
{
    /// <summary>Null for a filter that only excludes, or whose words cannot be searched for.</summary>
    /// <param name="spellings">Other spellings of a word, any of which is as good; null: words are literal.</param>
    public static SearchQuery? Of(Filter filter, Func<string, IReadOnlyList<string>>? spellings = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Part(filter, spellings) is { IsBound: true } query ? query : null;
    }

    private static SearchQuery? Part(Filter filter, Func<string, IReadOnlyList<string>>? spellings) =>
        filter switch
        {
            Filter.Words { IsLiteral: false } words when spellings is not null && !words.Text.Contains(' ', StringComparison.Ordinal) =>
                Spelled(spellings(words.Text).Prepend(words.Text)),
            Filter.Words words => Phrase(words.Text),
            Filter.Company company => Named(company),
            Filter.All all => Parts(all.Parts, spellings) switch
            {
                [] => null,
                [var only] => only,
                var several => new SearchQuery.All(several),
            },
            Filter.Any any => Parts(any.Parts, spellings) switch
            {
                [] => null,
                [var only] => only,
                var several => new SearchQuery.Any(several),
            },
            Filter.Not not => Part(not.Part, spellings) is { } part ? new SearchQuery.None(part) : null,
            _ => new SearchQuery.Column(filter),
        };

    private static List<SearchQuery> Parts(IReadOnlyList<Filter> parts, Func<string, IReadOnlyList<string>>? spellings) =>
        [.. parts.Select(part => Part(part, spellings)).OfType<SearchQuery>()];

    /// <summary>Any of some spellings; null if none can be searched for.</summary>
    private static SearchQuery? Spelled(IEnumerable<string> words) =>
        words.Select(Phrase).OfType<SearchQuery.Phrase>().Distinct().ToList() switch
        {
            [] => null,
            [var only] => only,
            var several => new SearchQuery.Any(several),
        };

    private static SearchQuery.Phrase? Phrase(string text) =>
        SearchAtoms.Of(text) is { Count: > 0 } atoms ? new SearchQuery.Phrase(atoms) : null;

    /// <summary>A deal is its company's; all else that names it counts.</summary>
    private static SearchQuery Named(Filter.Company company)
    {
        var raised = new SearchQuery.Column(company);
        return Phrase(company.Name) is { } name
            ? new SearchQuery.Any([
                raised,
                new SearchQuery.All([name, new SearchQuery.None(new SearchQuery.Column(new Filter.Kind(FilterKind.Deal)))]),
            ])
            : raised;
    }
}
