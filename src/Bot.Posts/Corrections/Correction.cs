namespace Bot.Posts.Corrections;

/// <summary>What one revision changed in one post.</summary>
/// <param name="At">When the revision came.</param>
/// <param name="Changes">Each as a reader says it: <c>xAI 調達額: 200億ドル → 230億ドル</c>. Not empty.</param>
public sealed record Correction(DateTimeOffset At, IReadOnlyList<string> Changes);
