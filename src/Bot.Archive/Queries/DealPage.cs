namespace Bot.Archive.Queries;

/// <summary>A page of a list of deals.</summary>
/// <param name="Items">The page's deals, in order; at most as many as requested.</param>
/// <param name="Total">Length of the whole list.</param>
/// <param name="Newest">Day of the newest report in the whole list; null if it is empty.</param>
public sealed record DealPage(IReadOnlyList<ArchivedDeal> Items, int Total, DateOnly? Newest)
{
    public static DealPage Empty { get; } = new([], 0, null);
}
