using Bot.Briefings.Text;

namespace Bot.Briefings.Entries;

/// <summary>
/// Plain text of a run of blocks (see <see cref="Text.PlainText"/>), with the marks that facts need. <see cref="Text"/> has a line feed
/// wherever the author broke a line or began a block; sentences never cross one that ends a block.
/// </summary>
/// <param name="Text">Plain text, trimmed; empty if there is none.</param>
/// <param name="Citations">Positions of the citations, in order of text.</param>
/// <param name="Bold">Runs in bold, in order, without overlap.</param>
internal sealed record EntryText(string Text, IReadOnlyList<CitationMark> Citations, IReadOnlyList<TextRange> Bold)
{
    public static EntryText Empty { get; } = new("", [], []);

    /// <summary>Source positions of stretches of the text, in order.</summary>
    public IReadOnlyList<TextAnchor> Anchors { get; init; } = [];

    /// <summary>Index of this text's first character in the text to which the anchors belong.</summary>
    public int AnchorBase { get; init; }

    /// <summary>The text on one line, as <see cref="Briefings.Text.PlainText"/> joins lines.</summary>
    public string Line => Text.Contains('\n') ? Joined(Text) : Text;

    /// <summary>The text between two indices, trimmed, with its marks. A mark at the very end belongs to it.</summary>
    public EntryText Slice(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        if (start == 0 && end == Text.Length)
        {
            return this;
        }

        return new EntryText(Text[start..end], CitationsIn(start, end), BoldIn(start, end))
        {
            Anchors = Anchors,
            AnchorBase = AnchorBase + start,
        };
    }

    private List<CitationMark> CitationsIn(int start, int end)
    {
        List<CitationMark>? marks = null;
        foreach (var mark in Citations)
        {
            if ((mark.Offset > start || start == 0) && mark.Offset <= end)
            {
                (marks ??= []).Add(mark with { Offset = mark.Offset - start });
            }
        }

        return marks ?? [];
    }

    private List<TextRange> BoldIn(int start, int end)
    {
        List<TextRange>? runs = null;
        foreach (var run in Bold)
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
