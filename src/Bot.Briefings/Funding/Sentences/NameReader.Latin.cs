using Bot.Briefings.Companies;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <content>Names in Latin letters: capitalised words, with what describes them taken away.</content>
internal sealed partial class NameReader
{
    /// <summary>X's, Robotics': the name whose possessive ends before a position.</summary>
    public FoundName? Owning(Sentence sentence, int end) =>
        sentence.Flat.AsSpan(0, end) switch
        {
            [_, .., '\'' or '’', 's'] => Ending(sentence, end - 2, 0),
            [_, .., 's', '\'' or '’'] => Ending(sentence, end - 1, 0),
            _ => null,
        };

    private FoundName? Latin(Sentence sentence, int end, int floor)
    {
        var (flat, text) = (sentence.Flat, sentence.Text);
        var (start, words) = (end, 0);
        while (words < MostWords)
        {
            var wordEnd = start;
            while (wordEnd > floor && flat[wordEnd - 1] == ' ' && !sentence.IsInBrackets(wordEnd - 1) && words > 0)
            {
                wordEnd--;
            }

            var wordStart = wordEnd;
            while (wordStart > floor && IsOfWord(flat[wordStart - 1]))
            {
                wordStart--;
            }

            var word = text.AsSpan(wordStart, wordEnd - wordStart);
            if (
                word.IsEmpty
                || (words > 0 && wordEnd == start)
                || !(CompanyNames.LooksProper(word) || (words > 0 && word is "of" or "&" or "de" or "the"))
                || word.EndsWith("'s")
                || word.EndsWith("’s")
            )
            {
                break;
            }

            (start, words) = (wordStart, words + 1);
        }

        // スペースX: one letter alone is no name.
        return words == 0
            ? null
            : (end - start == 1 ? Mixed(sentence, start, end, floor) : null)
                ?? Trimmed(sentence, start, end)
                ?? Mixed(sentence, start, end, floor);
    }

    /// <summary>智識AI, サクラHD: a word that opens a clause in another script and ends in AI or in letters for a kind of company.</summary>
    private FoundName? Mixed(Sentence sentence, int start, int end, int floor)
    {
        var tail = sentence.Flat.AsSpan(start, end - start);
        if (
            (
                tail.Length > 1
                && tail is not "ai"
                && sentence.Tongue != Tongue.Korean
                && !vocabulary.OrganizationEndings.IsWhole(tail, out _)
            )
            || start == floor
            || !IsNative(sentence.Flat[start - 1], sentence.Tongue)
        )
        {
            return null;
        }

        var begin = start;
        while (begin > floor && IsNative(sentence.Flat[begin - 1], sentence.Tongue))
        {
            begin--;
        }

        var word = sentence.Flat[begin..start];
        return
            (begin == 0 || word.All(Folding.IsKatakana) || (sentence.Tongue == Tongue.Korean && sentence.Flat[begin - 1] == ' '))
            && word.Length is >= 2 and <= MostLetters / 2
            && !_nouns.IsCommon(word)
            && !vocabulary.CompanyCategories.TryMatch(word, 0, out _)
            && !_nouns.IsSaying(word)
            ? new FoundName(sentence.Text[begin..end], begin, null)
            : null;
    }

    /// <summary>Capitalised words from a position on.</summary>
    private FoundName? Forward(Sentence sentence, int start, int limit)
    {
        var (end, words) = (start, 0);
        for (var at = start; words < MostWords; words++)
        {
            var wordEnd = WordEnd(sentence.Flat, at, limit);
            var word = sentence.Text.AsSpan(at, wordEnd - at);
            if (word.IsEmpty || !(CompanyNames.LooksProper(word) || (words > 0 && word is "of" or "&" or "de")))
            {
                break;
            }

            end = wordEnd;
            if (word.EndsWith("'s") || word.EndsWith("’s"))
            {
                end -= 2;
                break;
            }

            at = wordEnd;
            if (at < limit && sentence.Flat[at] == ' ' && !sentence.IsInBrackets(at))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return end > start ? Trimmed(sentence, start, end) : null;
    }

    /// <summary>Without words that describe the company, and only if what is left is not a common noun.</summary>
    private FoundName? Trimmed(Sentence sentence, int start, int end)
    {
        while (start < end)
        {
            var space = sentence.Flat.AsSpan(start, end - start).IndexOf(' ');
            var word = sentence.Flat.AsSpan(start, space < 0 ? end - start : space);
            if (space < 0 && vocabulary.Financing.OriginEndings.TryMatchBefore(word, word.Length, out _))
            {
                return null;
            }

            if (
                space < 0
                || !(
                    vocabulary.CompanyCategories.IsWhole(word, out _)
                    || vocabulary.Financing.OriginEndings.TryMatchBefore(word, word.Length, out _)
                    || word is "of" or "&" or "de" or "the"
                    || IsOf(word, sentence.Flat.AsSpan(start + space, end - start - space))
                )
            )
            {
                break;
            }

            start += space + 1;
        }

        var name = sentence.Text[start..end].TrimEnd('.', ',', '-', '\'', '’').Trim();
        var folded = Folding.Fold(name);
        var words = folded.Split(' ');
        return
            name.Length is 0 or > LongestName
            || !name.Any(char.IsLetter)
            || (name.Length == 1 && vocabulary.SeriesWords.TryMatchBefore(sentence.Flat, start, out _))
            || _nouns.IsCommon(folded)
            || words.All(word => _nouns.IsCommon(word))
            || vocabulary.SeriesWords.IsWhole(words[0], out _)
            || IsSum(sentence, start, folded)
            ? null
            : new FoundName(name, start, Note(sentence, end));
    }

    /// <summary>Terms of Acme's: a common noun before "of" is no part of the name.</summary>
    private bool IsOf(ReadOnlySpan<char> word, ReadOnlySpan<char> behind) =>
        behind.StartsWith(" of ") && vocabulary.NonNames.IsWhole(word, out _);

    /// <summary>15M in $15M.</summary>
    private static bool IsSum(Sentence sentence, int start, string folded)
    {
        const int UnitLetters = 2;
        return (start > 0 && char.GetUnicodeCategory(sentence.Flat[start - 1]) == System.Globalization.UnicodeCategory.CurrencySymbol)
            || (char.IsAsciiDigit(folded[0]) && folded.Count(char.IsAsciiLetter) <= UnitLetters && folded.Count(char.IsAsciiDigit) > 1);
    }
}
