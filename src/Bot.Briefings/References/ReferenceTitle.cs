using System.Buffers;
using Bot.Briefings.Links;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.References;

/// <summary>The title of an entry where a mark or quotation marks tell it from the rest; U+0001 takes its place.</summary>
internal sealed class ReferenceTitle(Vocabulary vocabulary)
{
    private static readonly SearchValues<char> QuoteOpeners = SearchValues.Create("「『“\"《«");

    private static readonly (char Open, char Close)[] Quotes = [('「', '」'), ('『', '』'), ('“', '”'), ('"', '"'), ('《', '》'), ('«', '»')];

    /// <summary>The first emphasised or linked words that are no address and no label.</summary>
    public string? Marked(List<(ReferenceDraft.PieceKind Kind, string Text, string? Url)> pieces)
    {
        var best = -1;
        for (var i = 0; i < pieces.Count; i++)
        {
            var (kind, text, _) = pieces[i];
            if (kind is ReferenceDraft.PieceKind.Plain || !ReferenceParts.HasWord(text) || UrlText.FindHttp(text, 0, out _) == 0 || IsLabel(text))
            {
                continue;
            }

            // **Publisher** *Title*, **Publisher** [Title](url), *Publisher* [Title](url): the later mark is the title.
            if (best < 0
                || (kind == ReferenceDraft.PieceKind.Link && pieces[best].Kind != ReferenceDraft.PieceKind.Link && pieces[best].Url is null)
                || (kind == ReferenceDraft.PieceKind.Emphasis && pieces[best].Kind == ReferenceDraft.PieceKind.Strong))
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
    /// Quotation marks outside any emphasis enclose the title, whatever else is emphasised (a word of it, the journal); those
    /// inside an emphasised title are its own. A linked title needs none: only quoted words that are longer than the link are the title.
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
                return close - from > linked;
            }
        }

        return false;
    }

    private bool IsLabel(string text) => text.TrimEnd() is [.., ':' or '：'] && vocabulary.ReferenceLabels.IsWhole(Folding.Fold(text.Trim(' ', ':', '：')), out _);

    public static string? Quoted(ref string text)
    {
        if (text.AsSpan().IndexOfAny(QuoteOpeners) < 0)
        {
            return null;
        }

        foreach (var (open, close) in Quotes)
        {
            var start = text.IndexOf(open);
            var end = start < 0 ? -1 : text.LastIndexOf(close);
            if (end > start + 1)
            {
                var title = text[(start + 1)..end];
                text = text[..start] + "\u0001" + text[(end + 1)..];
                return title;
            }
        }

        return null;
    }
}
