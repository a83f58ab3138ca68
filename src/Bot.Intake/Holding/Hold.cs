using Bot.Chat;

namespace Bot.Intake.Holding;

/// <summary>Why a document must wait for a person's decision.</summary>
/// <param name="Text">For its sender: what is wrong, and the command that releases it.</param>
public sealed record Hold(HoldReason Reason, LocalizedText Text);
