using Bot.Briefings.Citations;
using Bot.Briefings.Text;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.References;

/// <summary>An entry's text in pieces: plain, emphasised, linked.</summary>
internal sealed class ReferenceDraft(int start, PlainText plain)
{
    private const int LongestEntry = 4_000;

    public enum PieceKind
    {
        Plain,
        Emphasis,
        Strong,
        Link,
        Code,
    }

    public List<(PieceKind Kind, string Text, string? Url)> Pieces { get; } = [];

    /// <summary>Where the entry starts in the source.</summary>
    public int Start { get; } = start;

    public int End { get; set; } = start;

    /// <summary>Number of the list item, which an explicit [n] overrides.</summary>
    public int? ItemNumber { get; set; }

    /// <summary>Number of the mark that opens the entry.</summary>
    public int? MarkNumber { get; private set; }

    /// <summary>Address of a mark that is itself a link: [3](url).</summary>
    public string? MarkUrl { get; private set; }

    /// <summary>What was read of it last; it is asked for when the list is weighed and when the entry is parsed.</summary>
    public DatedText? Dated { get; set; }

    /// <summary>Too long for a source: prose that only looks like one.</summary>
    public bool IsTooLong
    {
        get
        {
            var length = 0;
            foreach (var (_, text, _) in Pieces)
            {
                length += text.Length;
            }

            return length > LongestEntry;
        }
    }

    public bool IsEmpty
    {
        get
        {
            foreach (var (_, text, url) in Pieces)
            {
                if (url is not null || !string.IsNullOrWhiteSpace(text))
                {
                    return false;
                }
            }

            return MarkNumber is null;
        }
    }

    public bool StartsNumbered =>
        MarkNumber is not null || (Pieces.Count > 0 && ReferenceNumber.Leading(Pieces[0].Text, out _) is not null);

    /// <summary>The pieces joined; line breaks are kept.</summary>
    public string Text => string.Concat(Pieces.Select(piece => piece.Text.Length == 0 ? piece.Url : piece.Text));

    public void AddText(string text) => Pieces.Add((PieceKind.Plain, text, null));

    /// <summary>Whether the entry has several lines or paragraphs.</summary>
    public bool HasLines { get; private set; }

    /// <summary>Starts a new paragraph or line.</summary>
    public void Break()
    {
        HasLines |= Pieces.Count > 0;
        if (Pieces.Count > 0)
        {
            Pieces.Add((PieceKind.Plain, "\n", null));
        }
    }

    public void Add(Inline inline)
    {
        End = Math.Max(End, inline.Span.End + 1);
        switch (inline)
        {
            case CitationInline citation when MarkNumber is null && IsEmpty && citation.Numbers.Count == 1:
                MarkNumber = citation.Numbers[0];
                MarkUrl = citation.WrittenUrl;
                break;
            case CitationInline { WrittenUrl: { } url }:
                MarkUrl ??= url;
                break;
            case CitationInline:
                break;
            case LinkInline link:
                Pieces.Add((PieceKind.Link, plain.Take(link), link.Url));
                break;
            case AutolinkInline autolink:
                Pieces.Add((PieceKind.Link, "", autolink.IsEmail ? "mailto:" + autolink.Url : autolink.Url));
                break;
            case EmphasisInline emphasis when InnerLink(emphasis) is { } inner:
                Pieces.Add((PieceKind.Emphasis, plain.Take(emphasis), inner.Url));
                break;
            case EmphasisInline emphasis:
                AddEmphasis(emphasis);
                break;
            case CodeInline code:
                Pieces.Add((PieceKind.Code, code.Content, null));
                break;
            case LineBreakInline:
                Break();
                break;
            case HtmlInline html when HtmlTag.IsBreak(html.Tag):
                Break();
                break;
            case LiteralInline literal:
                AddPlain(literal.Content.ToString());
                break;
            default:
                plain.Append(inline);
                AddPlain(plain.Take());
                break;
        }
    }

    private void AddPlain(string text)
    {
        if (Pieces.Count > 0 && Pieces[^1] is (PieceKind.Plain, var before, _))
        {
            Pieces[^1] = (PieceKind.Plain, before + text, null);
        }
        else if (text.Length > 0)
        {
            Pieces.Add((PieceKind.Plain, text, null));
        }
    }

    /// <summary>**[3]** opens an entry just like [3].</summary>
    private void AddEmphasis(EmphasisInline emphasis)
    {
        if (emphasis.FirstChild is CitationInline && emphasis.FirstChild == emphasis.LastChild)
        {
            Add(emphasis.FirstChild);
        }
        else
        {
            Pieces.Add((emphasis.DelimiterCount > 1 ? PieceKind.Strong : PieceKind.Emphasis, plain.Take(emphasis), null));
        }
    }

    private static LinkInline? InnerLink(EmphasisInline emphasis) =>
        emphasis.FirstChild is LinkInline link && link.NextSibling is null ? link : null;
}
