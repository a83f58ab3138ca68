using System.Buffers;
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

    /// <summary>Text without its bracketed notes; empty if there is nothing else.</summary>
    public static string StripAll(string text)
    {
        if (text.AsSpan().IndexOfAny(Openers) < 0)
        {
            return text.Trim();
        }

        for (var open = text.AsSpan().IndexOfAny(Openers); open >= 0; open = text.AsSpan().IndexOfAny(Openers))
        {
            var close = text.AsSpan(open).IndexOfAny(Closers);
            text = (close < 0 ? text[..open] : text[..open] + text[(open + close + 1)..]).Trim();
        }

        return text.Trim();
    }

    /// <summary>
    /// A name by its letters: Latin words that are capitalised or hold a capital or digit inside (xAI, a16z), or katakana
    /// with at most a Latin word. A phrase has kana, kanji or lower-case words.
    /// </summary>
    public static bool IsName(string text, Vocabulary vocabulary)
    {
        if (text.Length is 0 or > LongestName || text.AsSpan().IndexOfAny(Punctuation) >= 0 || vocabulary.GenericNames.IsWhole(Folding.Fold(text), out _))
        {
            return false;
        }

        var words = text.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWords && words.Any(word => word.Any(char.IsLetter))
            && words.All(word => word is "&" or "of" or "the" or "de" || (LooksProper(word) && !word.Any(Folding.IsJapanese)));
    }

    /// <summary>The word begins with a capital or digit, or has one inside.</summary>
    public static bool LooksProper(string word) =>
        word.Length > 0 && (char.IsUpper(word[0]) || char.IsDigit(word[0]) || word.Skip(1).Any(c => char.IsUpper(c) || char.IsDigit(c)));
}
