using Bot.Briefings.Filters;

namespace Bot.Archive.Search;

/// <summary>A filter as a query of the archive.</summary>
public static class FilterQuery
{
    /// <summary>Null for a filter that only excludes, or whose words cannot be searched for.</summary>
    public static SearchQuery? Of(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Part(filter) is { IsBound: true } query ? query : null;
    }

    private static SearchQuery? Part(Filter filter) =>
        filter switch
        {
            Filter.Words words => Phrase(words.Text),
            Filter.Company company => Named(company),
            Filter.All all => Parts(all.Parts) switch
            {
                [] => null,
                [var only] => only,
                var several => new SearchQuery.All(several),
            },
            Filter.Any any => Parts(any.Parts) switch
            {
                [] => null,
                [var only] => only,
                var several => new SearchQuery.Any(several),
            },
            Filter.Not not => Part(not.Part) is { } part ? new SearchQuery.None(part) : null,
            _ => new SearchQuery.Column(filter),
        };

    private static List<SearchQuery> Parts(IReadOnlyList<Filter> parts) => [.. parts.Select(Part).OfType<SearchQuery>()];

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
