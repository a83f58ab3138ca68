using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Archive.Saving;
using Bot.Briefings.Model;

namespace Bot.Answers.Catchup;

/// <summary>
/// The stories of some days, each once: deals by what joins their reports, news and deep dives by their headline. A news item that
/// tells a deal's amount is that deal's story.
/// </summary>
public sealed class CatchupStories(DealQueries deals, ItemQueries items)
{
    /// <summary>More than the longest catch-up's days can hold in practice.</summary>
    private const int MostDeals = 1000;

    private const int MostItems = 2000;

    private static readonly ItemKind[] Kinds = [ItemKind.News, ItemKind.DeepDive];

    /// <summary>
    /// The largest completed amount first, in the currency that most of the deals have; then what most days report; then what cites most
    /// sources; then the newest.
    /// </summary>
    public async Task<IReadOnlyList<CatchupStory>> FindAsync(string series, DateSpan days, CancellationToken cancellationToken)
    {
        var told = (await deals.FindAsync(new DealFilter(series, days), 0, MostDeals, cancellationToken)).Items;
        var read = await items.OfKindsAsync(series, Kinds, days, 0, MostItems, cancellationToken);
        var amounts = told.SelectMany(deal => deal.Reports)
            .Where(report => report.Round.Amount is not null)
            .ToLookup(report => (report.Briefing.Id, Company: CompanyName.Key(report.Round.Company)), report => report.Round.Amount!.Raw);
        var stories = read.Where(item => !TellsDeal(item, amounts))
            .GroupBy(item => (item.Kind, CompanyName.Key(item.Headline)))
            .Select(CatchupStory (same) => CatchupStory.OfItem.Of([.. same]));
        var currency = MainCurrency(told);
        return
        [
            .. told.Select(CatchupStory (deal) => new CatchupStory.OfDeal(deal))
                .Concat(stories)
                .OrderByDescending(story => Completed(story, currency))
                .ThenByDescending(story => story.Days)
                .ThenByDescending(story => story.Citations)
                .ThenByDescending(story => story.Briefing.Date)
                .ThenByDescending(story => story.Briefing.Id),
        ];
    }

    /// <summary>The currency of most of the completed deals; null if none states an amount.</summary>
    private static string? MainCurrency(IReadOnlyList<ArchivedDeal> deals) =>
        deals
            .Select(deal => deal.Latest.Round)
            .Where(round => round is { Status: FundingStatus.Completed, Amount: not null })
            .GroupBy(round => round.Amount!.Currency)
            .OrderByDescending(group => group.Count())
            .ThenByDescending(group => group.Key == "USD")
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key)
            .FirstOrDefault();

    private static decimal Completed(CatchupStory story, string? currency) =>
        story is CatchupStory.OfDeal { Deal.Latest.Round: { Status: FundingStatus.Completed, Amount: { } amount } }
        && amount.Currency == currency
            ? amount.Value ?? amount.Max ?? 0
            : 0;

    private static bool TellsDeal(ArchivedItem item, ILookup<(int Briefing, string Company), string> amounts) =>
        item.Kind == ItemKind.News
        && EntryJson
            .ReadNews(item.Data)
            .Companies.SelectMany(name => amounts[(item.Briefing.Id, CompanyName.Key(name))])
            .Any(amount => item.Text.Contains(amount, StringComparison.Ordinal));
}
