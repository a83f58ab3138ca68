using Bot.Archive.Entities;

namespace Bot.Archive.Queries;

/// <summary>A stored briefing as a line of a list.</summary>
/// <param name="Title">As its author wrote it.</param>
/// <param name="FirstNews">Headline of its first news item, for a title without words of its own.</param>
/// <param name="Counts">Number of current items by kind; kinds without items are left out.</param>
public sealed record ArchivedIssue(ArchivedBriefing Briefing, string? Title, string? FirstNews, IReadOnlyDictionary<ItemKind, int> Counts);
