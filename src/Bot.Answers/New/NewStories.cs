using Bot.Archive.Entities;
using Bot.Archive.Queries;

namespace Bot.Answers.New;

/// <summary>
/// Parts what some days tell for the first time from what was told before: deals by their reports, news by their headlines. Only what can
/// be known is told: a company that is named again makes no old story.
/// </summary>
public sealed class NewStories(ReadModel model, DealQueries deals, ItemQueries items)
{
    /// <summary>Deals and news that are looked at; what lies beyond is not counted.</summary>
    private const int Most = 60;

    private static readonly ItemKind[] Kinds = [ItemKind.News];

    /// <summary>A story as objects, roughly.</summary>
    private const int StoryBytes = 4_000;

    public async Task<FoundStories> FindAsync(string series, DateSpan days, CancellationToken cancellationToken) =>
        await model.KeptAsync(
            ("stories", series, days),
            () => ReadAsync(series, days, cancellationToken),
            found => StoryBytes * (1 + found.NewDeals.Count + found.OldDeals.Count + found.NewNews.Count + found.OldNews.Count)
        );

    private async Task<FoundStories> ReadAsync(string series, DateSpan days, CancellationToken cancellationToken)
    {
        var told = (await deals.FindAsync(new DealFilter(series, days), 0, Most, cancellationToken)).Items;
        var news = await items.OfKindsAsync(series, Kinds, days, 0, Most, cancellationToken);
        if (days.From == DateOnly.MinValue)
        {
            return new FoundStories(told, [], news, []);
        }

        var before = DateSpan.UpTo(days.From.AddDays(-1));
        var known = await deals.ReportedAsync(series, [.. told.Select(deal => deal.Id)], before, cancellationToken);
        var once = news.DistinctBy(item => ItemQueries.HeadlineKey(item.Headline)).ToList();
        var repeated = await items.HeadlinesAsync(
            series,
            [.. once.Select(item => ItemQueries.HeadlineKey(item.Headline)).Where(key => key.Length > 0)],
            before,
            cancellationToken
        );
        return new FoundStories(
            [.. told.Where(deal => !known.Contains(deal.Id))],
            [.. told.Where(deal => known.Contains(deal.Id))],
            [.. once.Where(item => !repeated.Contains(ItemQueries.HeadlineKey(item.Headline)))],
            [.. once.Where(item => repeated.Contains(ItemQueries.HeadlineKey(item.Headline)))]
        );
    }
}
