using Bot.Archive.Queries;

namespace Bot.Answers.Trends;

/// <summary>Deals by the week of their first report.</summary>
public sealed class FundingTrends(DealQueries deals)
{
    /// <summary>The oldest week first. A deal that was reported before them is none of theirs.</summary>
    public async Task<IReadOnlyList<FundingWeek>> FindAsync(string series, TrendWeeks weeks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(weeks);
        var days = weeks.Days;
        var told = (await deals.FindAsync(new DealFilter(series, days), 0, int.MaxValue, cancellationToken)).Items;
        IReadOnlySet<long> before =
            days.From == DateOnly.MinValue
                ? new HashSet<long>()
                : await deals.ReportedAsync(
                    series,
                    [.. told.Select(deal => deal.Id)],
                    DateSpan.UpTo(days.From.AddDays(-1)),
                    cancellationToken
                );
        var fresh = told.Where(deal => !before.Contains(deal.Id)).ToList();
        return [.. weeks.Spans.Select(week => new FundingWeek(week, [.. fresh.Where(deal => week.Contains(deal.First))]))];
    }
}
