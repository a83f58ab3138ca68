using Bot.Briefings.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Reading;

/// <summary>How an entry begins: its opening bold text, what comes before the first colon, its first sentence.</summary>
internal static class OpeningWords
{
    /// <summary>Abbreviations whose full stop ends no sentence.</summary>
    private static readonly string[] Abbreviations = ["inc", "corp", "co", "ltd", "dr", "mr", "ms", "mrs", "vs", "no", "st", "jr", "sr", "prof", "e.g", "i.e", "approx", "est", "u.s", "u.k", "gen"];

    /// <summary>The first paragraph of an item; nested lists and what follows are left aside.</summary>
    public static ParagraphBlock? FirstParagraph(ContainerBlock item) => item.OfType<ParagraphBlock>().FirstOrDefault();

    /// <summary>The bold that opens a paragraph, if nothing but marks and emoji stand before it.</summary>
    public static EmphasisInline? Bold(ContainerInline? inlines)
    {
        for (var inline = AfterBox(inlines?.FirstChild); inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case EmphasisInline { DelimiterCount: >= 2 } bold:
                    return bold;
                case EmphasisInline italic when Bold(italic) is { } inner && inner.NextSibling is null && inner.PreviousSibling is null:
                    return inner;
                case LinkInline { IsImage: false } link when Bold(link) is { } linked:
                    return linked;
                case LiteralInline literal when HasNoWord(literal.Content.AsSpan()):
                case HtmlInline or Citations.CitationInline or LineBreakInline:
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Headline of an entry's first paragraph by the schema's rule.</summary>
    public static string Headline(ParagraphBlock paragraph, ReadingContext context)
    {
        var bold = Bold(paragraph.Inline);
        if (bold is not null && context.Plain(bold) is var opening && TrimLabel(opening) is { Length: > 0 } headline)
        {
            return headline;
        }

        var text = context.Plain(paragraph);
        var colon = Colon(text);
        return TrimLabel(colon > 0 ? text[..colon] : FirstSentence(text));
    }

    /// <summary>Index of the first colon that separates words; not that of 10:30 or https://.</summary>
    public static int Colon(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '：')
            {
                return i;
            }

            if (text[i] == ':'
                && !(i + 2 < text.Length && text[i + 1] == '/' && text[i + 2] == '/')
                && !(i > 0 && i + 1 < text.Length && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1])))
            {
                return i;
            }
        }

        return -1;
    }

    public static string FirstSentence(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '「' or '『' or '（' or '(':
                    depth++;
                    break;
                case '」' or '』' or '）' or ')':
                    depth = Math.Max(0, depth - 1);
                    break;
                case '\n':
                case '。' or '！' or '？' when depth == 0:
                    return text[..(i + 1)];
                case '.' or '!' or '?' when depth == 0 && (i + 1 == text.Length || text[i + 1] == ' ') && !(text[i] == '.' && IsAbbreviation(text, i)):
                    return text[..(i + 1)];
            }
        }

        return text;
    }

    /// <summary>What stands before the first comma or the first kana; the whole text if that is nothing.</summary>
    public static string BeforeComma(string text)
    {
        var end = text.AsSpan().IndexOfAny("、，,");
        for (var i = 0; i < (end < 0 ? text.Length : end); i++)
        {
            if (Folding.IsHiragana(text[i]))
            {
                end = i;
                break;
            }
        }

        return end > 0 ? text[..end].Trim() : text;
    }

    public static string TrimLabel(string text) => text.Trim().TrimEnd(':', '：').TrimEnd();

    private static bool IsAbbreviation(string text, int dot)
    {
        var start = dot;
        while (start > 0 && (char.IsAsciiLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        var word = text[start..dot].ToLowerInvariant();
        return (word.Length == 1 && char.IsUpper(text[start])) || Abbreviations.Contains(word);
    }

    /// <summary>The box of a task that is done ([x]) is a mark, which Markdig leaves as two literals.</summary>
    private static Inline? AfterBox(Inline? first) =>
        first is LiteralInline open && open.Content.AsSpan().Trim() is "[" && first.NextSibling is LiteralInline close
        && close.Content.AsSpan().TrimEnd() is "x]" or "X]" ? close.NextSibling : first;

    private static bool HasNoWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || c is '「' or '『')
            {
                return false;
            }
        }

        return true;
    }
}
