using Bot.Briefings.Model;

namespace Bot.Archive.Queries;

/// <summary>The outlooks of one briefing, in its order.</summary>
public sealed record ArchivedOutlook(ArchivedBriefing Briefing, IReadOnlyList<Outlook> Entries);
