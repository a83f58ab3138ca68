using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Archive.Saving;
using Bot.Briefings.Filters;
using Bot.Briefings.Model;

namespace Bot.Archive.Search;

/// <summary>The typed columns of an item, on which filters have conditions. Decided here, so that both databases answer alike.</summary>
public sealed class SearchColumns(ArchivedItem item)
{
    private const string Extension = "-extension";

    private readonly Lazy<FundingRound?> _round = new(() => item.Kind == ItemKind.Funding ? EntryJson.ReadFunding(item.Data) : null);

    private FundingRound? Round => _round.Value;

    /// <param name="condition">One of <see cref="Filter.Terms"/>; words are none of a column.</param>
    public bool Satisfy(Filter condition) =>
        condition switch
        {
            Filter.Company company => Round is { } round && StoredText.CompanyKey(round.Company) == StoredText.CompanyKey(company.Name),
            Filter.Investor investor => Round is { } round
                && round.Investors.Any(name => StoredText.CompanyKey(name) == StoredText.CompanyKey(investor.Name)),
            Filter.Stage stage => Round?.Stage is { } known && (known == stage.Name || known == stage.Name + Extension),
            Filter.Amount amount => Round?.Amount is { } money && Satisfies(amount, money),
            Filter.Date date => (date.From is not { } from || item.Briefing.Date >= from)
                && (date.To is not { } to || item.Briefing.Date <= to),
            Filter.Section section => item.Section == section.Of,
            Filter.Kind kind => KindOf(kind.Of) == item.Kind,
            Filter.Status status => Round is { } round && round.Status == status.Of,
            _ => false,
        };

    internal static ItemKind KindOf(FilterKind kind) =>
        kind switch
        {
            FilterKind.News => ItemKind.News,
            FilterKind.Deal => ItemKind.Funding,
            FilterKind.Outlook => ItemKind.Outlook,
            FilterKind.Dive => ItemKind.DeepDive,
            FilterKind.Comparison => ItemKind.ComparisonRow,
            FilterKind.Insight => ItemKind.Insight,
            _ => ItemKind.Text,
        };

    /// <summary>A range satisfies a bound if all of it does.</summary>
    private static bool Satisfies(Filter.Amount amount, Money money) =>
        money.Currency == amount.Currency
        && (money.Value ?? money.Min) is { } from
        && (money.Value ?? money.Max) is { } to
        && amount.Bound switch
        {
            FilterBound.AtLeast => from >= amount.Value,
            FilterBound.Over => from > amount.Value,
            FilterBound.AtMost => to <= amount.Value,
            FilterBound.Under => to < amount.Value,
            _ => from == amount.Value && to == amount.Value,
        };
}
