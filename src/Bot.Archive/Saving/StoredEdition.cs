using Bot.Chat;

namespace Bot.Archive.Saving;

/// <summary>A stored briefing of a day, compared with a document.</summary>
/// <param name="IsHeld">It waits for a person's word.</param>
/// <param name="IsSame">Its newest revision is the document, to the byte.</param>
/// <param name="Shared">Share of the document's entries that it has too, by key or by nearness, 0 to 1; null if either has none to
/// compare.</param>
public sealed record StoredEdition(BriefingKey Key, bool IsHeld, bool IsSame, double? Shared);
