namespace Bot.Briefings.Entries;

/// <summary>
/// Plain text of a run of blocks (see <see cref="Text.PlainText"/>), with the marks that facts need. Where the author broke a
/// line or began a block, <see cref="Text"/> has a line feed; sentences never run across one that ends a block.
/// </summary>
/// <param name="Text">Plain text, trimmed; empty if there is none.</param>
/// <param name="Citations">Where each citation stood, in order of text.</param>
/// <param name="Bold">Runs that stood in bold, in order, without overlap.</param>
internal sealed record EntryText(string Text, IReadOnlyList<CitationMark> Citations, IReadOnlyList<TextRange> Bold)
{
    public static EntryText Empty { get; } = new("", [], []);
}

/// <param name="Offset">Index in <see cref="EntryText.Text"/> before which the mark stood, 0 to its length.</param>
/// <param name="Number">Number of the cited reference.</param>
internal readonly record struct CitationMark(int Offset, int Number);

/// <param name="Start">First index.</param>
/// <param name="End">Index behind the last one.</param>
internal readonly record struct TextRange(int Start, int End);
