using Bot.Briefings.Model;

namespace Bot.Archive.Queries;

/// <summary>A place in a briefing that names a company.</summary>
/// <param name="SectionOrder">0 for the lead.</param>
public sealed record ArchivedMention(MentionRole Role, int SectionOrder);
