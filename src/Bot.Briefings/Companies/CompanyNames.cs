using System.Buffers;
using System.Text;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Companies;

/// <summary>Tells names from phrases.</summary>
internal static class CompanyNames
{
    private static readonly SearchValues<char> Openers = SearchValues.Create("(（[［〔【");
    private static readonly SearchValues<char> Closers = SearchValues.Create(")）]］〕】");
    private static readonly SearchValues<char> Punctuation = SearchValues.Create("、。，．「」『』（）()：:;；！？!?/／〜~");

    private const int LongestName = 40;
    private const int MostWords = 4;

    /// <summary>The name without a bracketed note: xAI（Grok） is xAI.</summary>
    public static string Strip(string name)
    {
        var text = StripAll(name);
        return text.Length > 0 ? text : name.Trim();
    }

    public static bool HasBrackets(string text) => text.AsSpan().IndexOfAny(Openers) >= 0;

    /// <summary>Text without its bracketed notes; empty if there is nothing else.</summary>
    /// <param name="joint">Replaces a note right before a Latin word or a figure, unless a particle precedes it: と（株）X.</param>
    public static string StripAll(string text, string joint = "")
    {
        if (text.AsSpan().IndexOfAny(Openers) < 0)
        {
            return text.Trim();
        }

        var kept = new StringBuilder(text.Length);
        var from = 0;
        while (text.AsSpan(from).IndexOfAny(Openers) is >= 0 and var offset)
        {
            kept.Append(text, from, offset);
            var close = text.AsSpan(from + offset).IndexOfAny(Closers);
            from = close < 0 ? text.Length : from + offset + close + 1;
            if (from < text.Length && char.IsAsciiLetterOrDigit(text[from]) && kept.Length > 0 && !Folding.IsHiragana(kept[^1]))
            {
                kept.Append(joint);
            }
        }

        return kept.Append(text, from, text.Length - from).ToString().Trim();
    }

    /// <summary>The content of each pair of brackets in a text.</summary>
    public static IEnumerable<string> Bracketed(string text)
    {
        var from = 0;
        while (text.AsSpan(from).IndexOfAny(Openers) is >= 0 and var offset)
        {
            var start = from + offset + 1;
            var close = text.AsSpan(start).IndexOfAny(Closers);
            if (close < 0)
            {
                yield break;
            }

            yield return text.Substring(start, close);
            from = start + close + 1;
        }
    }

    /// <summary>The content of each pair of brackets, and the text from the pair before it up to the brackets, trimmed.</summary>
    public static IEnumerable<(string Before, string Note)> Notes(string text)
    {
        var from = 0;
        while (text.AsSpan(from).IndexOfAny(Openers) is >= 0 and var offset)
        {
            var start = from + offset + 1;
            var close = text.AsSpan(start).IndexOfAny(Closers);
            if (close < 0)
            {
                yield break;
            }

            yield return (text[from..(start - 1)].Trim(), text.Substring(start, close).Trim());
            from = start + close + 1;
        }
    }

    /// <summary>
    /// Recognises a name by its letters: Latin words that are capitalised or contain a capital or digit (xAI, a16z), or katakana with at
    /// most one Latin word. A phrase has kana, kanji or lower-case words.
    /// </summary>
    public static bool IsName(string text, Vocabulary vocabulary)
    {
        if (text.Length is 0 or > LongestName || text.AsSpan().IndexOfAny(Punctuation) >= 0)
        {
            return false;
        }

        var words = 0;
        var letters = false;
        foreach (var range in text.AsSpan().SplitAny(' ', '\u3000'))
        {
            var word = text.AsSpan(range);
            if (word.IsEmpty)
            {
                continue;
            }

            if (++words > MostWords || !(word is "&" or "of" or "the" or "de" || (LooksProper(word) && !Folding.HasJapanese(word))))
            {
                return false;
            }

            letters |= word.ContainsAnyInRange('A', 'z') || char.IsLetter(word[0]);
        }

        return letters && !vocabulary.GenericNames.IsWhole(Folding.Fold(text), out _);
    }

    /// <summary>Whether the word contains a capital or a digit, or ends in a sign that no other word ends in (humans&amp;).</summary>
    public static bool LooksProper(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsUpper(c) || char.IsDigit(c))
            {
                return true;
            }
        }

        return word is [.., var last, '&' or '+'] && char.IsAsciiLetter(last);
    }
}
