namespace Bot.Posts.Corrections;

/// <summary>What one revision changed in one post.</summary>
/// <param name="At">When the revision arrived.</param>
/// <param name="Changes">Each in a reader's words: <c>xAI 調達額: 200億ドル → 230億ドル</c>. Not empty.</param>
/// <param name="Reason">The revision's note, where its author wrote one.</param>
public sealed record Correction(DateTimeOffset At, IReadOnlyList<string> Changes, string? Reason = null);
