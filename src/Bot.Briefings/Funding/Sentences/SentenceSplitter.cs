using Bot.Briefings.Entries;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>Splits an entry's text into sentences. A line broken in mid-sentence continues in the next.</summary>
internal static class SentenceSplitter
{
    /// <summary>A longer entry states its facts elsewhere.</summary>
    private const int LongestText = 6_000;

    /// <summary>A longer sentence is split: the cost of reading it grows with the square of its length.</summary>
    private const int LongestSentence = 600;

    /// <summary>The language of an entry: one kana in any of its texts makes it Japanese.</summary>
    public static Tongue TongueOf(params ReadOnlySpan<EntryText> texts)
    {
        Tongue? first = null;
        foreach (var text in texts)
        {
            var written = text.Span;
            var tongue = Whole(written);
            if (tongue == Tongue.Japanese)
            {
                return tongue;
            }

            first ??= written.Length > 0 ? tongue : null;
        }

        return first ?? Tongue.English;
    }

    /// <param name="whole">The language of the whole entry.</param>
    public static List<Sentence> Split(EntryText source, bool isHead, Tongue whole)
    {
        var sentences = new List<Sentence>();
        var text = source.Text.Length > LongestText ? source.Text[..LongestText] : source.Text;
        var start = 0;
        while (start < text.Length)
        {
            var end = Math.Min(End(text, start), start + LongestSentence);
            var sentence = text[start..end].Replace('\n', ' ');
            if (!string.IsNullOrWhiteSpace(sentence))
            {
                var folded = string.Create(
                    sentence.Length,
                    sentence,
                    static (chars, from) =>
                    {
                        for (var i = 0; i < chars.Length; i++)
                        {
                            chars[i] = Folding.Simple(from[i]);
                        }
                    }
                );
                sentences.Add(new Sentence(sentence, folded, Flatten(folded), Of(sentence, whole), isHead, source, start));
            }

            start = end;
        }

        return sentences;
    }

    /// <summary>Han without kana is Chinese, unless the whole text has kana (a headline of kanji alone).</summary>
    private static Tongue Of(string sentence, Tongue whole)
    {
        var own = Whole(sentence);
        return own == Tongue.Chinese && whole == Tongue.Japanese ? whole : own;
    }

    private static Tongue Whole(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyInRange('\u3041', '\u30FF') || text.ContainsAnyInRange('\uFF66', '\uFF9F'))
        {
            return Tongue.Japanese;
        }

        return text.ContainsAnyInRange('\uAC00', '\uD7A3') ? Tongue.Korean
            : text.ContainsAnyInRange('\u4E00', '\u9FFF') || text.ContainsAnyInRange('\u3400', '\u4DBF') ? Tongue.Chinese
            : Tongue.English;
    }

    private static int End(string text, int start)
    {
        var at = start;
        while (true)
        {
            var line = text.AsSpan(at, Math.Min(text.Length - at, LongestSentence + 1));
            var end = line.IndexOf('\n');
            at += Math.Max(1, OpeningWords.FirstSentence(end < 0 ? line : line[..end]));
            if (at >= text.Length)
            {
                return text.Length;
            }

            if (text[at] != '\n' || !GoesOn(text, at + 1) || at - start > LongestSentence)
            {
                return text[at] == '\n' ? at + 1 : at;
            }

            at++;
        }
    }

    /// <summary>
    /// Whether the line that ends at <paramref name="at"/> is broken rather than ended: a comma before the break, or a lower-case letter
    /// after it.
    /// </summary>
    private static bool GoesOn(string text, int at)
    {
        var last = text.AsSpan(Math.Max(0, at - 8), Math.Min(8, at)).TrimEnd();
        return at < text.Length
            && last.Length > 0
            && (last[^1] is ',' or '、' || (char.IsAsciiLetterLower(text[at]) && char.IsLetterOrDigit(last[^1])));
    }

    /// <summary>Spaces instead of text in brackets, and no comma inside a figure, so that a comma always separates clauses.</summary>
    private static string Flatten(string folded) =>
        folded.AsSpan().IndexOfAny('(', '[', ',') < 0
            ? folded
            : string.Create(
                folded.Length,
                folded,
                static (flat, from) =>
                {
                    var depth = 0;
                    for (var i = 0; i < flat.Length; i++)
                    {
                        depth += from[i] is '(' or '[' && from.AsSpan(i).IndexOfAny(')', ']') > 0 ? 1 : 0;
                        flat[i] =
                            depth > 0 ? ' '
                            : IsOfFigure(from, i) ? '.'
                            : from[i];
                        depth -= depth > 0 && from[i] is ')' or ']' ? 1 : 0;
                    }
                }
            );

    private static bool IsOfFigure(string text, int at) =>
        text[at] == ',' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
}
