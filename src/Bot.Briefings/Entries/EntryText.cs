using System.Text;
using Bot.Briefings.Text;

namespace Bot.Briefings.Entries;

/// <summary>
/// Plain text of a run of blocks (see <see cref="Text.PlainText"/>), with the marks that facts need. <see cref="Text"/> has a line feed
/// wherever the author broke a line or began a block; sentences never cross one that ends a block. Most parts of most entries are never
/// asked for, so a part is cut out of its whole only then.
/// </summary>
internal sealed class EntryText
{
    /// <summary>Characters of most rows.</summary>
    private const int Row = 256;

    private readonly EntryText? _whole;
    private readonly int _start;
    private readonly int _end;
    private string? _text;
    private IReadOnlyList<CitationMark>? _citations;
    private IReadOnlyList<TextRange>? _bold;

    /// <param name="text">Plain text, trimmed; empty if there is none.</param>
    /// <param name="citations">Positions of the citations, in order of text.</param>
    /// <param name="bold">Runs in bold, in order, without overlap.</param>
    public EntryText(string text, IReadOnlyList<CitationMark> citations, IReadOnlyList<TextRange> bold) =>
        (_text, _citations, _bold) = (text, citations, bold);

    private EntryText(EntryText whole, int start, int end) =>
        (_whole, _start, _end, Anchors, AnchorBase) = (whole, start, end, whole.Anchors, whole.AnchorBase + start);

    public static EntryText Empty { get; } = new("", [], []);

    /// <summary>Texts one below the other, without the empty ones.</summary>
    public static EntryText OfLines(IReadOnlyList<EntryText> lines)
    {
        var text = new StringBuilder(Row);
        var (citations, bold, anchors) = (new List<CitationMark>(), new List<TextRange>(), new List<TextAnchor>());
        foreach (var line in lines)
        {
            // A mark before any word is at the end of the line above.
            var end = text.Length;
            var start = end + (end > 0 && line.Text.Length > 0 ? 1 : 0);
            text.Append('\n', start - end).Append(line.Text);
            foreach (var mark in line.Citations)
            {
                citations.Add(mark with { Offset = mark.Offset == 0 ? end : start + mark.Offset });
            }

            foreach (var run in line.Bold)
            {
                bold.Add(new TextRange(start + run.Start, start + run.End));
            }

            foreach (var anchor in line.Anchors)
            {
                anchors.Add(anchor with { Offset = start + anchor.Offset });
            }
        }

        return new EntryText(text.ToString(), citations, bold) { Anchors = anchors };
    }

    public string Text => _text ??= _whole!.Text[_start.._end];

    /// <summary>The text to look at, without cutting it out of its whole.</summary>
    public ReadOnlySpan<char> Span => _text is null ? _whole!.Span[_start.._end] : _text;

    /// <summary>Positions of the citations, in order of text.</summary>
    public IReadOnlyList<CitationMark> Citations => _citations ??= CitationsIn(_whole!, _start, _end);

    /// <summary>Runs in bold, in order, without overlap.</summary>
    public IReadOnlyList<TextRange> Bold => _bold ??= BoldIn(_whole!, _start, _end);

    /// <summary>Source positions of stretches of the text, in order.</summary>
    public IReadOnlyList<TextAnchor> Anchors { get; init; } = [];

    /// <summary>Index of this text's first character in the text to which the anchors belong.</summary>
    public int AnchorBase { get; init; }

    /// <summary>The text on one line, as <see cref="Briefings.Text.PlainText"/> joins lines.</summary>
    public string Line => Text.Contains('\n') ? Joined(Text) : Text;

    /// <summary>The text between two indices, trimmed, with its marks. A mark at the very end belongs to it.</summary>
    public EntryText Slice(int start, int end)
    {
        var text = Span;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return start == 0 && end == text.Length ? this : new EntryText(this, start, end);
    }

    /// <summary>This text and the one behind it, if both are of one text and nothing but a space or a comma stands between them; null otherwise.</summary>
    /// <param name="behind">Another part of the same text.</param>
    /// <param name="colon">Whether a colon may stand between them, too.</param>
    public EntryText? Through(EntryText behind, bool colon = false) =>
        _whole is not null
        && ReferenceEquals(_whole, behind._whole)
        && _whole.Text.AsSpan(_end, Math.Max(0, behind._start - _end)).Trim(colon ? " ,:：" : " ,").IsEmpty
            ? new EntryText(_whole, _start, behind._end)
            : null;

    private static List<CitationMark> CitationsIn(EntryText whole, int start, int end)
    {
        List<CitationMark>? marks = null;
        foreach (var mark in whole.Citations)
        {
            if ((mark.Offset > start || start == 0) && mark.Offset <= end)
            {
                (marks ??= []).Add(mark with { Offset = mark.Offset - start });
            }
        }

        return marks ?? [];
    }

    private static List<TextRange> BoldIn(EntryText whole, int start, int end)
    {
        List<TextRange>? runs = null;
        foreach (var run in whole.Bold)
        {
            if (run.End > start && run.Start < end)
            {
                (runs ??= []).Add(new TextRange(Math.Max(run.Start, start) - start, Math.Min(run.End, end) - start));
            }
        }

        return runs ?? [];
    }

    private static string Joined(string text)
    {
        var plain = new PlainText();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            plain.Append(lines[i].AsSpan());
            plain.EndLine();
        }

        return plain.Take();
    }

    /// <summary>Source index of a character of the text; -1 if it has none.</summary>
    public int SourceAt(int offset)
    {
        offset += AnchorBase;
        for (var i = Anchors.Count - 1; i >= 0; i--)
        {
            if (Anchors[i].Offset <= offset)
            {
                return Anchors[i].Source + offset - Anchors[i].Offset;
            }
        }

        return -1;
    }
}

/// <param name="Offset">Index in <see cref="EntryText.Text"/> before which the mark was, 0 to its length.</param>
/// <param name="Number">Number of the cited reference.</param>
internal readonly record struct CitationMark(int Offset, int Number);

/// <param name="Start">First index.</param>
/// <param name="End">Index after the last one.</param>
internal readonly record struct TextRange(int Start, int End);

/// <param name="Offset">Index in the text.</param>
/// <param name="Source">Index in the source of the same character.</param>
internal readonly record struct TextAnchor(int Offset, int Source);
