namespace Bot.Archive.Retention;

/// <summary>What one step removed.</summary>
/// <param name="IsLast">Nothing is left that could be removed now.</param>
public readonly record struct Removal(int Count, bool IsLast);
