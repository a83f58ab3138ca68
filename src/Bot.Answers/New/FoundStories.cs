using Bot.Archive.Queries;

namespace Bot.Answers.New;

/// <summary>What some days tell, parted by whether it was told before.</summary>
/// <param name="NewDeals">Never reported before.</param>
/// <param name="OldDeals">Reported before.</param>
/// <param name="NewNews">With a headline that no earlier issue has.</param>
/// <param name="OldNews">With one that an earlier issue has.</param>
public sealed record FoundStories(
    IReadOnlyList<ArchivedDeal> NewDeals,
    IReadOnlyList<ArchivedDeal> OldDeals,
    IReadOnlyList<ArchivedItem> NewNews,
    IReadOnlyList<ArchivedItem> OldNews
);
