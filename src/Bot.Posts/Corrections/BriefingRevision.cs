using Bot.Briefings;

namespace Bot.Posts.Corrections;

/// <summary>One revision of a briefing, as corrections compare them.</summary>
/// <param name="Reading">Not taken apart yet.</param>
/// <param name="At">When it came.</param>
public sealed record BriefingRevision(BriefingReading Reading, DateTimeOffset At);
