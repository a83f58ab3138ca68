using Bot.Answers.Funding;
using Bot.Archive.Queries;
using Bot.Posts.Funding;

namespace Bot.Answers.Trends;

/// <summary>The deals that were reported for the first time in a week.</summary>
public sealed record FundingWeek(DateSpan Days, IReadOnlyList<ArchivedDeal> Deals)
{
    /// <summary>Those that its row names.</summary>
    public IEnumerable<ArchivedDeal> Largest => FilteredReplies.Examples(Deals).Take(1);

    /// <summary>Sum of what is exact, completed and raised for shares in one currency; nothing is converted.</summary>
    public decimal Sum(string? currency) =>
        Deals
            .Select(deal => deal.Latest.Round)
            .Where(round => FundingTotal.IsSummed(round) && round.Amount!.Currency == currency)
            .Sum(round => round.Amount!.Value!.Value);
}
