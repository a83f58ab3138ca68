using System.Buffers;
using Bot.Briefings.Outlines;
using Bot.Briefings.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Entries;

/// <summary>How an entry begins: its opening bold text, the text before the first colon, its first sentence.</summary>
internal static class OpeningWords
{
    /// <summary>Abbreviations whose full stop does not end a sentence.</summary>
    private static readonly string[] Abbreviations =
    [
        "inc",
        "corp",
        "co",
        "ltd",
        "dr",
        "mr",
        "ms",
        "mrs",
        "vs",
        "no",
        "st",
        "jr",
        "sr",
        "prof",
        "e.g",
        "i.e",
        "approx",
        "est",
        "u.s",
        "u.k",
        "gen",
    ];

    /// <summary>What <see cref="Colon"/> looks at.</summary>
    private static readonly SearchValues<char> ColonMarks = SearchValues.Create("「『（([［【“《〈{‘」』）)]］】”》〉}\":：");

    /// <summary>What <see cref="FirstSentence"/> looks at.</summary>
    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("「『（(」』）)。！？.!?");

    /// <summary>The first paragraph of an item, without nested lists and what follows.</summary>
    public static ParagraphBlock? FirstParagraph(ContainerBlock item)
    {
        for (var i = 0; i < item.Count; i++)
        {
            if (item[i] is ParagraphBlock paragraph)
            {
                return paragraph;
            }
        }

        return null;
    }

    /// <summary>The bold text that opens a paragraph, if only marks, a number and emoji precede it.</summary>
    public static EmphasisInline? Bold(ContainerInline? inlines)
    {
        for (var inline = AfterBox(inlines?.FirstChild); inline is not null; inline = inline.NextSibling)
        {
            if (BoldLine.RunOf(inline) is { } bold)
            {
                return bold;
            }

            if (
                !(
                    inline is LiteralInline literal
                        ? HasNoWord(literal.Content.AsSpan())
                        : inline is HtmlInline or Citations.CitationInline or LineBreakInline
                )
            )
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Whether the paragraph opens with a run in italics that is a sentence or a label of its own, with text after it.</summary>
    public static bool IsItalicLabelled(ContainerInline inlines) =>
        inlines.FirstChild is EmphasisInline { DelimiterChar: '*' or '_', DelimiterCount: 1, NextSibling: not null } run && IsLabel(run);

    /// <summary>The link that opens a paragraph.</summary>
    public static LinkInline? Link(ContainerInline? inlines) =>
        AfterBox(inlines?.FirstChild) is LinkInline { IsImage: false } link ? link : null;

    /// <summary>Whether the paragraph opens with a bold run separated from the rest by a colon or dash.</summary>
    public static bool IsLabelled(ContainerInline inlines) => Bold(inlines) is { } bold && IsLabel(bold);

    /// <summary>Whether a colon, a dash or the end of a sentence is at the end of a bold run or after it.</summary>
    public static bool IsLabel(EmphasisInline bold)
    {
        var last = bold;
        while (last.LastChild is EmphasisInline inner)
        {
            last = inner;
        }

        var behind = bold.Parent is LinkInline or EmphasisInline ? bold.Parent.NextSibling : bold.NextSibling;
        while (behind is Citations.CitationInline)
        {
            behind = behind.NextSibling;
        }

        return last.LastChild is LiteralInline end
                && end.Content.AsSpan().TrimEnd() is [.., ':' or '：' or '.' or '。' or '!' or '！' or '?' or '？']
            || behind is LiteralInline next
                && next.Content.AsSpan().TrimStart()
                    is [':' or '：' or '—' or '–' or '―' or '─' or '｜' or '|' or '→', ..]
                        or ['-', ' ', ..];
    }

    /// <summary>
    /// Index of the first colon that separates words: outside brackets, quotation marks, words and figures; -1 if there is none.
    /// </summary>
    public static int Colon(ReadOnlySpan<char> text)
    {
        var depth = 0;
        var quoted = false;
        for (var i = Next(text, 0, ColonMarks); i < text.Length; i = Next(text, i + 1, ColonMarks))
        {
            switch (text[i])
            {
                case '「' or '『' or '（' or '(' or '[' or '［' or '【' or '“' or '《' or '〈' or '{' or '‘':
                    depth++;
                    break;
                case '」' or '』' or '）' or ')' or ']' or '］' or '】' or '”' or '》' or '〉' or '}':
                    depth = Math.Max(0, depth - 1);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ':' or '：' when depth == 0 && !quoted && Separates(text, i):
                    return i;
            }
        }

        return -1;
    }

    /// <summary>Where the sentences of a text stand, one behind the other.</summary>
    public static IEnumerable<Range> Sentences(string text)
    {
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = start + Math.Max(1, FirstSentence(text.AsSpan(start)));
            yield return start..end;
        }
    }

    public static int FirstSentence(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var i = Next(text, 0, SentenceMarks); i < text.Length; i = Next(text, i + 1, SentenceMarks))
        {
            switch (text[i])
            {
                case '「' or '『' or '（' or '(':
                    depth++;
                    break;
                case '」' or '』' or '）' or ')':
                    depth = Math.Max(0, depth - 1);
                    break;
                case '。' or '！' or '？' when depth == 0:
                    return i + 1;
                case '.'
                or '!'
                or '?'
                    when depth == 0
                        && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]))
                        && !(text[i] == '.' && IsAbbreviation(text, i)):
                    return i + 1;
            }
        }

        return text.Length;
    }

    /// <summary>The first place of a mark from a position on; the text's length if there is none.</summary>
    private static int Next(ReadOnlySpan<char> text, int from, SearchValues<char> marks) =>
        text[from..].IndexOfAny(marks) is >= 0 and var ahead ? from + ahead : text.Length;

    /// <summary>The text before the first comma or the first kana; the whole text if that is empty.</summary>
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

    /// <summary>The colons in chat:write, std::vector, 10:30 and https:// separate nothing; the one in 費用:月額 does.</summary>
    private static bool Separates(ReadOnlySpan<char> text, int at)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        if (char.IsDigit(before) && char.IsDigit(after))
        {
            return false;
        }

        return text[at] == '：'
            || char.IsWhiteSpace(after)
            || (before is not ':' && after is not (':' or '/') && (Folding.IsWide(before) || Folding.IsWide(after)));
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> text, int dot)
    {
        var start = dot;
        while (start > 0 && (char.IsAsciiLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        var word = text[start..dot].ToString().ToLowerInvariant();
        if (word.Length == 1 && text[..start].TrimEnd().EndsWith("series", StringComparison.OrdinalIgnoreCase))
        {
            // its Series A.
            return false;
        }

        return (word.Length % 2 == 1 && char.IsUpper(text[start]) && IsInitials(word)) || Abbreviations.Contains(word);
    }

    /// <summary>j, j.p</summary>
    private static bool IsInitials(string word)
    {
        for (var i = 1; i < word.Length; i += 2)
        {
            if (word[i] != '.')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The checkbox of a completed task ([x]) is a mark, which Markdig leaves as two literals.</summary>
    private static Inline? AfterBox(Inline? first) =>
        first is LiteralInline open
        && open.Content.AsSpan().Trim() is "["
        && first.NextSibling is LiteralInline close
        && close.Content.AsSpan().TrimEnd() is "x]" or "X]"
            ? close.NextSibling
            : first;

    private static bool HasNoWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c) || c is '「' or '『')
            {
                return false;
            }
        }

        // A figure before the bold text is its number, unless there is more to it.
        return text.Trim().Length <= 6 || !text.ContainsAnyInRange('0', '9');
    }
}
