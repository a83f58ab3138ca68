using Bot.Briefings.Entries;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>Parts an entry's text into sentences. A line that the author broke in mid-sentence goes on in the next.</summary>
internal static class SentenceSplitter
{
    /// <summary>An entry that is longer says elsewhere what it has to say.</summary>
    private const int LongestText = 6_000;

    /// <summary>A sentence that is longer is parted: what is read of it grows with the square of its length.</summary>
    private const int LongestSentence = 600;

    public static List<Sentence> Split(EntryText source, bool isHead)
    {
        var sentences = new List<Sentence>();
        var text = source.Text.Length > LongestText ? source.Text[..LongestText] : source.Text;
        var tongue = Whole(text);
        var start = 0;
        while (start < text.Length)
        {
            var end = Math.Min(End(text, start), start + LongestSentence);
            var sentence = text[start..end].Replace('\n', ' ');
            if (!string.IsNullOrWhiteSpace(sentence))
            {
                var folded = string.Create(sentence.Length, sentence, static (chars, from) =>
                {
                    for (var i = 0; i < chars.Length; i++)
                    {
                        chars[i] = Folding.Simple(from[i]);
                    }
                });
                sentences.Add(new Sentence(sentence, folded, Flatten(folded), Of(sentence, tongue), isHead, source, start));
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

    private static Tongue Whole(string text)
    {
        var (kana, hangul, han, latin) = (0, 0, 0, 0);
        foreach (var c in text)
        {
            kana += Folding.IsHiragana(c) || Folding.IsKatakana(c) ? 1 : 0;
            hangul += c is >= '\uAC00' and <= '\uD7A3' ? 1 : 0;
            han += Folding.IsKanji(c) ? 1 : 0;
            latin += char.IsAsciiLetter(c) ? 1 : 0;
        }

        return kana > 0 ? Tongue.Japanese : hangul > 0 ? Tongue.Korean : han > 0 ? Tongue.Chinese : Tongue.English;
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

    /// <summary>The line that ends at <paramref name="at"/> is broken, not ended: a comma before the break, or a small letter behind it.</summary>
    private static bool GoesOn(string text, int at)
    {
        var last = text.AsSpan(Math.Max(0, at - 8), Math.Min(8, at)).TrimEnd();
        return at < text.Length && last.Length > 0 && (last[^1] is ',' or '、' || (char.IsAsciiLetterLower(text[at]) && char.IsLetterOrDigit(last[^1])));
    }

    private static string Flatten(string folded) => folded.AsSpan().IndexOfAny('(', '[') < 0 ? folded : string.Create(folded.Length, folded, static (flat, from) =>
    {
        var depth = 0;
        for (var i = 0; i < flat.Length; i++)
        {
            depth += from[i] is '(' or '[' && Closes(from, i) ? 1 : 0;
            flat[i] = depth > 0 ? ' ' : from[i];
            depth -= depth > 0 && from[i] is ')' or ']' ? 1 : 0;
        }

        static bool Closes(string text, int at) => text.AsSpan(at).IndexOfAny(')', ']') > 0;
    });
}
