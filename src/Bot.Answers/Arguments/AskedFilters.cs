using Bot.Answers.Companies;
using Bot.Archive.Queries;
using Bot.Archive.Search;
using Bot.Briefings;
using Bot.Briefings.Filters;
using Bot.Chat;
using Bot.Chat.Sections;

namespace Bot.Answers.Arguments;

/// <summary>
/// Reads what is searched for: a filter of columns and words; words alone also where they are no well-formed filter. Names of companies
/// are those of the archive, times those of the series' today.
/// </summary>
public sealed class AskedFilters(
    BriefingReader briefings,
    AskedTimes times,
    CompanyQueries companies,
    NearestNames nearest,
    CompanySpellings spellings
)
{
    private readonly FilterReader _reader = new(briefings.Terms);

    public async Task<AskedFilter> ReadAsync(string text, Series series, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        var hasField = FilterReader.HasField(text);
        var time = hasField ? await times.ArgumentAsync(series, cancellationToken) : null;
        var reading = _reader.Read(
            text,
            new FilterValues(
                words => time?.Read(words) is { } days ? (Open(days.From), Open(days.To)) : null,
                words => SectionWords.Read(words) is { Unknown.Count: 0 } sections ? sections.Kinds : []
            )
        );
        if (reading.Filter is { } filter)
        {
            var known = await companies.KnownAsync(series.Key, cancellationToken);
            var named = await NamedAsync(filter, series.Key, cancellationToken);
            // A name of several words is one name; in quotation marks it is what it is.
            var whole =
                !hasField && named is Filter.All { Parts: var parts } && parts.All(part => part is Filter.Words { IsLiteral: false })
                    ? spellings.Of(known, text)
                    : [];
            var others =
                whole.Count > 0
                    ? whole
                    :
                    [
                        .. named
                            .Terms.OfType<Filter.Words>()
                            .Where(one => !one.IsLiteral)
                            .SelectMany(one => spellings.Of(known, one.Text))
                            .Distinct(),
                    ];
            var query = FilterQuery.Of(named, word => spellings.Of(known, word));
            return new AskedFilter(
                filter,
                whole.Count > 0 && query is not null
                    ? new SearchQuery.Any([query, .. whole.Select(SearchAtoms.Of).Select(atoms => new SearchQuery.Phrase(atoms))])
                    : query,
                null,
                hasField
            )
            {
                Spellings = others,
            };
        }

        return hasField
            ? new AskedFilter(null, null, reading.Error, hasField)
            : new AskedFilter(null, SearchQueryReader.Read(text), null, hasField);
    }

    /// <summary>The filter with companies as the archive spells them.</summary>
    public async Task<Filter> NamedAsync(Filter filter, string series, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (!filter.Terms.Any(term => term is Filter.Company or Filter.Investor))
        {
            return filter;
        }

        var known = await companies.KnownAsync(series, cancellationToken);
        return Named(filter);

        Filter Named(Filter part) =>
            part switch
            {
                Filter.Company company => new Filter.Company(nearest.SameStem(known, company.Name)?.Name ?? company.Name),
                Filter.Investor investor => new Filter.Investor(nearest.SameStem(known, investor.Name)?.Name ?? investor.Name),
                Filter.All all => Filter.AllOf(all.Parts.Select(Named))!,
                Filter.Any any => Filter.AnyOf(any.Parts.Select(Named))!,
                Filter.Not not => Filter.Except(Named(not.Part)),
                _ => part,
            };
    }

    private static DateOnly? Open(DateOnly day) => day == DateOnly.MinValue || day == DateOnly.MaxValue ? null : day;
}

/// <param name="Filter">Null if the text is none.</param>
/// <param name="Query">What the archive searches for; null if that would be nothing, or nearly everything.</param>
/// <param name="Error">What is wrong with a text that has fields.</param>
/// <param name="HasFields">Whether the text has a condition on a column.</param>
public sealed record AskedFilter(Filter? Filter, SearchQuery? Query, FilterError? Error, bool HasFields)
{
    /// <summary>Other spellings of the companies that are named, which are searched for, too.</summary>
    public IReadOnlyList<string> Spellings { get; init; } = [];
}
