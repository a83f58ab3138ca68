using System.Buffers;
using Bot.Briefings.Companies;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>
/// Finds the name at one end of a phrase: 配送基盤Nembus is Nembus, 法務向け要約AI「Corvia」 is Corvia, the AI startup Corvia is Corvia. A possible
/// common noun is not a name.
/// </summary>
internal sealed partial class NameReader(Vocabulary vocabulary)
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("、。，：:「」『』！？!?$—–|→");

    private readonly CommonNouns _nouns = new(vocabulary);

    private const int LongestName = 40;
    private const int MostWords = 5;

    /// <summary>A name in a script without capitals is longer than most words and shorter than most phrases.</summary>
    private const int LeastLetters = 3;
    private const int MostLetters = 16;

    /// <summary>Minimum length of a katakana word that cannot start a katakana name: スタートアップ, but not ソフト.</summary>
    private const int LongCategory = 5;

    private const string Openers = "「『“\"《‘";
    private const string Closers = "」』”\"》’";

    /// <summary>
    /// The name that ends before <paramref name="end"/> and starts at or after <paramref name="floor"/>; null if there is none, or a
    /// person.
    /// </summary>
    public FoundName? Ending(Sentence sentence, int end, int floor)
    {
        var cursor = new Cursor(sentence.Flat, end);
        while (true)
        {
            cursor.SkipSpacesBack();
            if (vocabulary.Financing.Persons.TryMatchBefore(cursor.Text, cursor.At, out _))
            {
                return null;
            }

            if (
                vocabulary.Financing.LegalForms.TryMatchBefore(cursor.Text, cursor.At, out _)
                || !cursor.TrySkipBack(vocabulary.Financing.NameSuffixes, out _)
            )
            {
                break;
            }
        }

        end = cursor.At;
        return end <= floor
            ? null
            : Quoted(sentence, end, floor) ?? Bold(sentence, end, floor) ?? Latin(sentence, end, floor) ?? Native(sentence, end, floor);
    }

    /// <summary>The names that end before <paramref name="end"/>, joined by と, 、, and or the like, in order of text.</summary>
    /// <param name="byCommas">Whether commas join names too, rather than separating clauses.</param>
    public List<FoundName> ListEnding(Sentence sentence, int end, int floor, bool byCommas = true)
    {
        var names = new List<FoundName>();
        while (Ending(sentence, end, floor) is { } name)
        {
            names.Insert(0, name);
            var cursor = new Cursor(sentence.Flat, name.Start);
            cursor.SkipSpacesBack();
            var joined = false;
            while (
                cursor.At > floor
                && (byCommas || !vocabulary.Financing.ClauseEnds.TryMatchBefore(cursor.Text, cursor.At, out _))
                && cursor.TrySkipBack(vocabulary.Financing.And, out _)
            )
            {
                joined = true;
                cursor.SkipSpacesBack();
            }

            if (!joined || cursor.At >= end)
            {
                break;
            }

            end = cursor.At;
        }

        return names;
    }

    /// <summary>
    /// The Latin or quoted name at or shortly after a position, after small words that describe it: the rival startup Corvia.
    /// </summary>
    public FoundName? Starting(Sentence sentence, int at, int limit)
    {
        const int MostSmallWords = 6;
        var cursor = new Cursor(sentence.Flat.AsSpan(0, limit), at);
        for (var small = 0; small <= MostSmallWords; small++)
        {
            cursor.SkipSpaces();
            var start = cursor.At;
            if (cursor.AtEnd)
            {
                return null;
            }

            if (Openers.Contains(cursor.Current) && QuotedFrom(sentence, start) is { } quoted)
            {
                return quoted;
            }

            var end = WordEnd(sentence.Flat, start, limit);
            if (end == start)
            {
                return null;
            }

            var word = sentence.Text.AsSpan(start, end - start);
            if (word.StartsWith("ex-", StringComparison.Ordinal))
            {
                // ex-OpenAI staff: where somebody came from.
                cursor.At = end;
                continue;
            }

            if (CompanyNames.LooksProper(word) && !vocabulary.CompanyCategories.IsWhole(sentence.Flat.AsSpan(start, end - start), out _))
            {
                if (Forward(sentence, start, limit) is { } forward)
                {
                    return forward;
                }

                // UK AI company Corvia: capitals that are not a name.
                cursor.At = end;
                continue;
            }

            if (char.IsAsciiDigit(word[0]) || sentence.Flat[start] is '$' or '€' or '£')
            {
                return null;
            }

            cursor.At = end;
            if (cursor.Current is ',' && vocabulary.Financing.Companies.IsWhole(sentence.Flat.AsSpan(start, end - start), out _))
            {
                // a new venture, Corvia: the noun's name.
                cursor.At++;
                continue;
            }

            if (cursor.Current is ',' or '.' or ';' or ':')
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>A company's name made up of the whole text: a headline with nothing else.</summary>
    public string? Whole(string text)
    {
        var name = CompanyNames.Strip(text).Trim().Trim('「', '」', '『', '』', '"', '“', '”');
        if (name.Length is 0 or > LongestName || name.AsSpan().IndexOfAny(NotInNames) >= 0)
        {
            return null;
        }

        var folded = Folding.Fold(name);
        var inner = new Cursor(folded, folded.Length);
        if (
            folded.Length == name.Length
            && inner.TrySkipBack(vocabulary.Financing.NameSuffixes, out _)
            && inner.At > 0
            && char.IsAsciiLetterOrDigit(folded[inner.At - 1])
        )
        {
            // X社: the suffix is no part of the name.
            (name, folded) = (name[..inner.At], folded[..inner.At]);
        }

        // A note ends a name; a text with one in the middle is a phrase.
        return
            !text.Contains(name, StringComparison.Ordinal)
            || !name.Any(char.IsLetterOrDigit)
            || _nouns.IsCommon(folded)
            || vocabulary.Financing.Triggers.Contains(folded)
            || EndsInPerson(folded)
            || vocabulary.Financing.Object.Contains(folded)
            || IsPhrase(name)
            ? null
            : name;
    }

    /// <summary>More lower-case Latin words than a name has, or kana inside kanji: a sentence.</summary>
    private static bool IsPhrase(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > MostWords
            || words.Count(word =>
                char.IsAsciiLetterLower(word[0]) && !CompanyNames.LooksProper(word) && word is not ("of" or "and" or "the" or "de" or "la")
            ) > (words.Length == 1 ? 1 : 0)
            || (name.Any(Folding.IsHiragana) && name.Any(Folding.IsKanji) && name.Length > MostLetters / 2);
    }

    private bool EndsInPerson(string folded) => vocabulary.Financing.Persons.TryMatchBefore(folded, folded.Length, out _);

    private FoundName? Quoted(Sentence sentence, int end, int floor)
    {
        var closer = Closers.IndexOf(sentence.Flat[end - 1]);
        if (closer < 0 || end < 2)
        {
            return null;
        }

        var open = sentence.Flat.LastIndexOf(Openers[closer], end - 2);
        return open >= floor && end - open <= LongestName + 2 ? Proper(sentence, open + 1, end - 1, open) : null;
    }

    private FoundName? QuotedFrom(Sentence sentence, int open)
    {
        var close = sentence.Flat.IndexOf(Closers[Openers.IndexOf(sentence.Flat[open])], open + 1);
        return close > 0 && close - open <= LongestName + 1 ? Proper(sentence, open + 1, close, open) : null;
    }

    private FoundName? Bold(Sentence sentence, int end, int floor) =>
        sentence.BoldEndingAt(end) is { } bold && bold.Start >= floor && bold.End - bold.Start <= LongestName
            ? Proper(sentence, bold.Start, bold.End, bold.Start)
            : null;

    /// <summary>Text that its author set apart as a name is one, unless it is a phrase.</summary>
    private FoundName? Proper(Sentence sentence, int from, int to, int start)
    {
        var name = Whole(sentence.Text[from..to]);
        return name is null ? null : new FoundName(name, start, CompanyNames.Bracketed(sentence.Text[from..to]).FirstOrDefault());
    }

    /// <summary>The note in brackets right after a name.</summary>
    private static string? Note(Sentence sentence, int end)
    {
        var at = end;
        while (at < sentence.Text.Length && sentence.Text[at] == ' ')
        {
            at++;
        }

        return at < sentence.Text.Length && sentence.Folded[at] == '('
            ? CompanyNames.Bracketed(sentence.Text[at..]).FirstOrDefault()
            : null;
    }
}
