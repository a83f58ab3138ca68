using Bot.Briefings.Text;

namespace Bot.Briefings.References;

/// <summary>An entry's number: from the mark that opens it, from its list item, or written before it.</summary>
internal static class ReferenceNumber
{
    /// <summary>"3.", "3)", "(3)", "３．" at the start of an entry.</summary>
    public static int? Leading(string text, out int length)
    {
        const int Longest = 12;
        var folded = Folding.Fold(text.Length > Longest ? text[..Longest] : text);
        var at = 0;
        while (at < folded.Length && folded[at] is ' ' or '(' or '[' or '#')
        {
            at++;
        }

        var start = at;
        var value = 0;
        while (at < folded.Length && at - start < 4 && char.IsAsciiDigit(folded[at]))
        {
            value = (value * 10) + folded[at++] - '0';
        }

        length = 0;
        if (
            at == start
            || at - start > 3
            || value == 0
            || at >= folded.Length
            || folded[at] is not ('.' or ')' or ']' or ':' or '、')
            || (at + 1 < folded.Length && char.IsAsciiDigit(folded[at + 1]))
        )
        {
            return null;
        }

        length = Math.Min(at + 1, text.Length);
        return value;
    }

    /// <summary>The number, and the pieces without it.</summary>
    public static (List<(ReferenceDraft.PieceKind Kind, string Text, string? Url)> Pieces, int? Number) Of(ReferenceDraft draft)
    {
        if (draft.MarkNumber is not null || draft.Pieces.Count == 0 || Leading(draft.Pieces[0].Text, out var length) is not { } number)
        {
            return (draft.Pieces, draft.MarkNumber ?? draft.ItemNumber);
        }

        var pieces = draft.Pieces.ToList();
        pieces[0] = (pieces[0].Kind, pieces[0].Text[length..], pieces[0].Url);
        return (pieces, number);
    }
}
