using Bot.Briefings.Model;

namespace Bot.Archive.Queries;

/// <summary>A funding round with the briefing that reports it.</summary>
public sealed record ArchivedRound(long ItemId, ArchivedBriefing Briefing, FundingRound Round)
{
    /// <summary>Number of the deal that it reports; 0 where it is part of an <see cref="ArchivedDeal"/>.</summary>
    public long DealId { get; init; }
}

/// <summary>A page of a list.</summary>
/// <param name="Items">The page's items, in order; at most as many as requested.</param>
/// <param name="Total">Length of the whole list.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total);
