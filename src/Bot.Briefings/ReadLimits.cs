namespace Bot.Briefings;

/// <summary>
/// Limits on what the reader parses; a block that exceeds them is kept as plain text and reported. Markdig is quadratic in some openers,
/// throws on depth and can't be cancelled, so the limits are applied before it runs. A day's briefing has about 150 lines and 400 openers;
/// the defaults keep every document of <see cref="MaxBytes"/> under two seconds.
/// </summary>
public sealed record ReadLimits
{
    /// <summary>Largest document, in bytes of UTF-8.</summary>
    public int MaxBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>Longest run of lines without a blank line, heading or list item between them, in UTF-16 code units.</summary>
    public int MaxBlockLength { get; init; } = 32 * 1024;

    /// <summary>Opening brackets and runs of * or _ in such a run.</summary>
    public int MaxBlockOpeners { get; init; } = 1_000;

    /// <summary>All characters in such a run that may be inline Markdown.</summary>
    public int MaxBlockMarks { get; init; } = 6_000;

    /// <summary>Quotes and lists around a line: each marker counts one, and so do every two columns before the text.</summary>
    public int MaxDepth { get; init; } = 48;

    /// <summary>Non-blank lines; everything after them is one block of plain text.</summary>
    public int MaxLines { get; init; } = 5_000;

    /// <summary>Openers in the whole document.</summary>
    public int MaxOpeners { get; init; } = 30_000;

    /// <summary>Marks in the whole document.</summary>
    public int MaxMarks { get; init; } = 80_000;
}
