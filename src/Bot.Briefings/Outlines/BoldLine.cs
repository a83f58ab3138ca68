using Bot.Briefings.Citations;
using Bot.Briefings.Dates;
using Bot.Briefings.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Outlines;

/// <summary>
/// A line with just one bold run and, at most, an emoji or a number before it and a date, bracketed or not, or citation marks after it.
/// </summary>
/// <param name="Bold">The run.</param>
/// <param name="Last">The last inline of the line.</param>
/// <param name="Next">The first inline of the next line of the same paragraph; null if there is none.</param>
/// <param name="HasMark">An emoji precedes the run or opens it.</param>
internal sealed record BoldLine(EmphasisInline Bold, Inline Last, Inline? Next, bool HasMark)
{
    private const int LongestDate = 40;

    public static BoldLine? Of(Block block) => block is ParagraphBlock { Inline.FirstChild: { } first } ? At(first) : null;

    /// <summary>The bold line that starts with this inline, if there is one.</summary>
    public static BoldLine? At(Inline first)
    {
        EmphasisInline? bold = null;
        var marked = false;
        var last = first;
        for (var inline = (Inline?)first; ; inline = inline.NextSibling)
        {
            if (inline is null || IsBreak(inline))
            {
                return bold is null ? null : new BoldLine(bold, last, inline?.NextSibling, marked || OpensWithMark(bold));
            }

            if (inline is LiteralInline literal)
            {
                var text = literal.Content.AsSpan();
                if (bold is null ? !IsNumberOrMark(text, ref marked) : !IsDateOrNothing(text))
                {
                    return null;
                }
            }
            else if (RunOf(inline) is { } run && bold is null)
            {
                bold = run;
            }
            else if (inline is not (CitationInline or HtmlInline or HtmlEntityInline))
            {
                return null;
            }

            last = inline;
        }
    }

    public static bool IsBreak(Inline inline) => inline is LineBreakInline || (inline is HtmlInline html && HtmlTag.IsBreak(html.Tag));

    /// <summary>Bold, or bold in italics or in a link with nothing else.</summary>
    public static EmphasisInline? RunOf(Inline inline) =>
        inline switch
        {
            EmphasisInline { DelimiterChar: '*' or '_', DelimiterCount: >= 2 } bold => bold,
            EmphasisInline { DelimiterChar: '*' or '_' }
            or LinkInline { IsImage: false }
                when inline is ContainerInline outer && outer.FirstChild is { } only && only == outer.LastChild => RunOf(only),
            _ => null,
        };

    private static bool OpensWithMark(EmphasisInline bold)
    {
        var marked = false;
        return bold.FirstChild is LiteralInline literal
            && literal.Content.Length > 0
            && IsNumberOrMark(literal.Content.AsSpan()[..1], ref marked)
            && marked;
    }

    /// <summary>Whether there is only an emoji, a number or punctuation.</summary>
    private static bool IsNumberOrMark(ReadOnlySpan<char> text, ref bool marked)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c) || c is '「' or '『' or '(' or '（')
            {
                return false;
            }

            marked |= c >= '\u2190' && c is not (>= '\u3000' and <= '\u303F') && c is not (>= '\uFF00' and <= '\uFFEF');
        }

        return true;
    }

    private static bool IsDateOrNothing(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestDate)
        {
            return false;
        }

        var words = Words(text, 0, text.Length);
        if (words == 0)
        {
            return true;
        }

        var folded = Folding.Fold(text.ToString());
        if (folded.Length != text.Length)
        {
            return false;
        }

        var date = DateScanner.FindAll(folded).FirstOrDefault(found => found.Month is not null);
        // A weekday may accompany the date.
        return date.Month is not null && words - Words(text, date.Start, date.End) <= 9;
    }

    private static int Words(ReadOnlySpan<char> text, int start, int end)
    {
        var count = 0;
        foreach (var c in text[start..end])
        {
            count += char.IsLetterOrDigit(c) ? 1 : 0;
        }

        return count;
    }
}
