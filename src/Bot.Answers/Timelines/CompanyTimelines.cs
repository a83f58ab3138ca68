using Bot.Answers.Companies;
using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Archive.Search;

namespace Bot.Answers.Timelines;

/// <summary>Brings together what the archive says of a company: its deals, and every item and running text that names it.</summary>
public sealed class CompanyTimelines(ReadModel model, DealQueries deals, ItemQueries items, CompanyQueries companies, NearestNames nearest)
{
    /// <summary>An event as objects, roughly.</summary>
    private const int EventBytes = 4_000;

    private static readonly ItemKind[] Kinds =
    [
        ItemKind.News,
        ItemKind.DeepDive,
        ItemKind.Outlook,
        ItemKind.Insight,
        ItemKind.ComparisonRow,
    ];

    /// <summary>Null if the archive says nothing of a company of that name in these days.</summary>
    public async Task<CompanyTimeline?> FindAsync(string series, string name, DateSpan days, CancellationToken cancellationToken) =>
        await model.KeptAsync(
            ("timeline", series, name, days),
            () => ReadAsync(series, name, days, cancellationToken),
            timeline => EventBytes * (1 + (timeline?.Events.Count ?? 0))
        );

    private async Task<CompanyTimeline?> ReadAsync(string series, string name, DateSpan days, CancellationToken cancellationToken)
    {
        var known = nearest.SameStem(await companies.KnownAsync(series, cancellationToken), name);
        var key = "";
        IReadOnlyList<(ArchivedBriefing Briefing, string Name)> named = [];
        foreach (var stem in known is null ? nearest.Stems(name) : [known.Key])
        {
            key = stem;
            named = await companies.NamedInAsync(series, key, days, CompanyTimeline.Most, cancellationToken);
            if (named.Count > 0)
            {
                break;
            }
        }

        if (key.Length == 0)
        {
            return null;
        }

        if (known is null && named.Count == 0)
        {
            return null;
        }

        var spelled = known?.Name ?? named[0].Name;
        var raised = await deals.OfCompanyAsync(series, key, days, 0, CompanyTimeline.Most, cancellationToken);
        var (invested, _) = await deals.OfInvestorAsync(series, key, days, 0, CompanyTimeline.Most, cancellationToken);
        var told = new List<FoundItem>();
        if (SearchAtoms.Of(spelled) is { Count: > 0 } atoms)
        {
            told.AddRange(await items.SearchAsync(series, new SearchQuery.Phrase(atoms), Kinds, days, cancellationToken));
        }

        var said = told.Select(found => found.Item.Briefing.Id)
            .Concat(raised.Items.Concat(invested.Items).SelectMany(deal => deal.Reports).Select(report => report.Briefing.Id))
            .ToHashSet();
        IEnumerable<TimelineEvent> events =
        [
            .. raised.Items.Select(deal => new TimelineEvent.Raised(deal)),
            .. invested.Items.Select(deal => new TimelineEvent.Invested(deal)),
            .. told.Select(found => new TimelineEvent.Told(found)),
            .. named.Where(place => !said.Contains(place.Briefing.Id)).Select(place => new TimelineEvent.Mentioned(place.Briefing)),
        ];
        // Stable: within a day deals come first, then items in their order.
        var sorted = events.OrderByDescending(one => one.Briefing.Date).ThenByDescending(one => one.Briefing.Id).ToList();
        return sorted.Count == 0 ? null : new CompanyTimeline(spelled, key, sorted);
    }

    /// <summary>Whether a company of that name raised or invested.</summary>
    public async Task<bool> KnowsAsync(string series, string name, CancellationToken cancellationToken) =>
        nearest.SameStem(await companies.KnownAsync(series, cancellationToken), name) is not null;

    /// <summary>Names near to one that the archive does not know.</summary>
    public async Task<IReadOnlyList<KnownCompany>> NearestAsync(
        string series,
        string name,
        int most,
        CancellationToken cancellationToken
    ) => nearest.Find(await companies.KnownAsync(series, cancellationToken), name, most);
}
