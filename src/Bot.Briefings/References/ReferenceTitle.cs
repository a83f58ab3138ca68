using System.Buffers;
using Bot.Briefings.Links;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.References;

/// <summary>An entry's title if a mark or quotation marks set it apart; U+0001 takes its place.</summary>
internal sealed class ReferenceTitle(Vocabulary vocabulary)
{
    private static readonly SearchValues<char> QuoteOpeners = SearchValues.Create("「『“\"《«");

    private static readonly (char Open, char Close)[] Quotes =
    [
        ('「', '」'),
        ('『', '』'),
        ('“', '”'),
        ('"', '"'),
        ('《', '》'),
        ('«', '»'),
    ];

    /// <summary>The first emphasised or linked words that are neither an address nor a label.</summary>
    public string? Marked(List<(ReferenceDraft.PieceKind Kind, string Text, string? Url)> pieces)
    {
        var best = -1;
        for (var i = 0; i < pieces.Count; i++)
        {
            var (kind, text, _) = pieces[i];
            if (
                kind is ReferenceDraft.PieceKind.Plain
                || !ReferenceParts.HasWord(text)
                || UrlText.FindHttp(text, 0, out _) == 0
                || IsLabel(text)
            )
            {
                continue;
            }

            // **Publisher** *Title*, **Publisher** [Title](url), *Publisher* [Title](url): the later mark is the title.
            if (
                best < 0
                || (kind == ReferenceDraft.PieceKind.Link && pieces[best].Kind != ReferenceDraft.PieceKind.Link && pieces[best].Url is null)
                || (kind == ReferenceDraft.PieceKind.Emphasis && pieces[best].Kind == ReferenceDraft.PieceKind.Strong)
            )
            {
                best = i;
            }
        }

        if (best < 0)
        {
            return null;
        }

        var title = pieces[best].Text;
        pieces[best] = (ReferenceDraft.PieceKind.Plain, "\u0001", null);
        return title;
    }

    /// <summary>
    /// Quotation marks outside any emphasis enclose the title, whatever else is emphasised (a word in it, the journal); those inside an
    /// emphasised title belong to it. A linked title needs none: quoted words are the title only if they are longer than the link.
    /// </summary>
    public static bool IsQuoted(List<(ReferenceDraft.PieceKind Kind, string Text, string? Url)> pieces)
    {
        var open = '\0';
        var linked = 0;
        foreach (var (kind, text, _) in pieces)
        {
            if (kind == ReferenceDraft.PieceKind.Link && text.Length > 0)
            {
                linked = text.Length;
            }

            if (kind != ReferenceDraft.PieceKind.Plain)
            {
                continue;
            }

            var from = 0;
            if (open == '\0' && text.AsSpan().IndexOfAny(QuoteOpeners) is >= 0 and var at)
            {
                open = text[at];
                from = at + 1;
            }

            if (open != '\0' && text.IndexOf(Array.Find(Quotes, pair => pair.Open == open).Close, from) is >= 0 and var close)
            {
                // [Reuters](…), "Nvidia unveils chip": the longer one is the title.
                return close - from > linked && IsFree(text.AsSpan(close + 1));
            }
        }

        return false;
    }

    private bool IsLabel(string text) =>
        text.TrimEnd() is [.., ':' or '：'] && vocabulary.ReferenceLabels.IsWhole(Folding.Fold(text.Trim(' ', ':', '：')), out _);

    /// <summary>
    /// The first quotation that stands alone, removed from the text; if the text continues after it, it is part of that.
    /// </summary>
    public static string? Quoted(ref string text)
    {
        for (var start = text.AsSpan().IndexOfAny(QuoteOpeners); start >= 0; )
        {
            var end = Closing(text, start);
            if (end > start + 1 && IsFree(text.AsSpan(end + 1)))
            {
                var title = text[(start + 1)..end];
                text = text[..start] + "\u0001" + text[(end + 1)..];
                return title;
            }

            var from = Math.Max(start, end) + 1;
            var next = text.AsSpan(from).IndexOfAny(QuoteOpeners);
            start = next < 0 ? -1 : from + next;
        }

        return null;
    }

    /// <summary>Whether nothing of the same sentence follows: 「Foo 3」を発表 and "Foo" raises continue.</summary>
    private static bool IsFree(ReadOnlySpan<char> behind)
    {
        if (behind.IsEmpty || (!char.IsLetter(behind[0]) && behind[0] is not (' ' or '「' or '『')))
        {
            return true;
        }

        return behind[0] == ' ' && behind.TrimStart() is var next && (next.IsEmpty || !char.IsLower(next[0]));
    }

    private static int Closing(string text, int start)
    {
        var (open, close) = Array.Find(Quotes, pair => pair.Open == text[start]);
        var depth = 0;
        var last = -1;
        for (var i = start; i < text.Length; i++)
        {
            // Straight quotation marks open before a word and close after one.
            var opens =
                open == close
                    ? text[i] == open
                        && (i == start || (i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]) && text[i - 1] is ' ' or '('))
                    : text[i] == open;
            if (opens)
            {
                depth++;
            }
            else if (text[i] == close)
            {
                last = i;
                if (--depth == 0)
                {
                    return i;
                }
            }
        }

        return last;
    }
}
