using Bot.Archive.Search;

namespace Bot.Archive.Queries;

/// <summary>An item that satisfies a search.</summary>
/// <param name="Match">Its places are those in <see cref="ArchivedItem.Body"/>.</param>
public sealed record FoundItem(ArchivedItem Item, SearchMatch Match);
