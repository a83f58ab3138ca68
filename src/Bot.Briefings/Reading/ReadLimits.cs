namespace Bot.Briefings.Reading;

/// <summary>Bounds on what the reader takes apart; beyond them a block is kept as plain text and reported.</summary>
public sealed record ReadLimits
{
    /// <summary>Largest document, in bytes of UTF-8.</summary>
    public int MaxBytes { get; init; } = 2 * 1024 * 1024;
}
