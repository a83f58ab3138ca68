using Bot.Briefings;

namespace Bot.Posts.Corrections;

/// <summary>One revision of a briefing, for computing corrections.</summary>
/// <param name="Reading">Must still be unmodified.</param>
/// <param name="At">When it arrived.</param>
public sealed record BriefingRevision(BriefingReading Reading, DateTimeOffset At);
