using Bot.Chat;

namespace Bot.Archive.Queries;

/// <summary>A briefing that waits for a person's word.</summary>
/// <param name="Reason">Null: not known, as release 0.1.0 kept none.</param>
public readonly record struct HeldBriefing(BriefingKey Key, HoldReason? Reason);
