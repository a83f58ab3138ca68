using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <content>Names in Japanese, Chinese and Korean letters.</content>
internal sealed partial class NameReader
{
    /// <summary>A name in kanji, katakana or hangul: what is left of the last word without what says what the company is.</summary>
    private FoundName? Native(Sentence sentence, int end, int floor)
    {
        var flat = sentence.Flat;
        var start = end;
        while (start > floor && IsNative(flat[start - 1], sentence.Tongue))
        {
            start--;
        }

        for (var changed = sentence.Tongue != Tongue.Korean; changed && start < end; )
        {
            changed =
                vocabulary.CompanyCategories.TryMatch(flat.AsSpan(0, end), start, out var category)
                && category.End < end
                && !IsOfName(flat, category);
            start = changed ? category.End : start;
        }

        if (
            start < end
            && start > floor
            && char.IsAsciiLetterOrDigit(flat[start - 1])
            && (
                vocabulary.OrganizationEndings.IsWhole(flat.AsSpan(start, end - start), out _)
                || vocabulary.Financing.LatinEndings.IsWhole(flat.AsSpan(start, end - start), out _)
            )
        )
        {
            // IDG资本: an ending of organizations behind Latin letters.
            while (start > floor && char.IsAsciiLetterOrDigit(flat[start - 1]))
            {
                start--;
            }

            return vocabulary.NonNames.IsWhole(flat.AsSpan(start, end - start), out _)
                ? null
                : new FoundName(sentence.Text[start..end], start, Note(sentence, end));
        }

        if (sentence.Tongue == Tongue.Korean && vocabulary.OrganizationEndings.IsWhole(flat.AsSpan(start, end - start), out _))
        {
            start = WithWordBefore(flat, start, floor);
        }

        if (sentence.Tongue == Tongue.Chinese)
        {
            start = Described(flat.AsSpan(0, end), start);
            if (HasVerb(flat.AsSpan(start, end - start)) || IsReference(flat.AsSpan(start, end - start)))
            {
                return null;
            }
        }

        var length = end - start;
        if (length is < 2 or > MostLetters || (start > 0 && char.IsAsciiDigit(flat[start - 1])))
        {
            return null;
        }

        var word = flat[start..end];
        if (
            sentence.Tongue == Tongue.Korean
            && (
                vocabulary.Financing.Object.TryMatchBefore(word, length, out _)
                || vocabulary.Financing.VerbStems.TryMatchBefore(word, length, out _)
            )
        )
        {
            // 전환사채를, 자동화하: an object, or half a verb.
            return null;
        }

        if (sentence.Tongue == Tongue.Korean && word.Contains(' ', StringComparison.Ordinal))
        {
            return new FoundName(sentence.Text[start..end], start, Note(sentence, end));
        }

        var katakana = word.All(Folding.IsKatakana) && length >= LeastLetters;
        var named =
            (vocabulary.OrganizationEndings.TryMatchBefore(word, length, out var ending) && ending.Start > 0)
            || (vocabulary.Financing.LegalForms.TryMatch(word, 0, out ending) && ending.End < length);
        if (
            (vocabulary.Currencies.TryMatch(word, 0, out var sign) && IsEnding(word[sign.End..]))
            || (vocabulary.Units.TryMatch(word, 0, out var unit) && vocabulary.Currencies.TryMatch(word, unit.End, out _))
        )
        {
            return null;
        }

        return
            (katakana || named || sentence.Tongue is Tongue.Korean or Tongue.Chinese)
            && !_nouns.IsCommon(word)
            && ((named && (ending.Length >= LeastLetters || sentence.Tongue == Tongue.Chinese)) || !_nouns.IsSaying(word))
            ? new FoundName(sentence.Text[start..end], start, Note(sentence, end))
            : null;
    }

    /// <summary>消息称星野, 数据标注公司麦穗: where the name begins in a run of Chinese letters.</summary>
    private int Described(ReadOnlySpan<char> flat, int start)
    {
        var words = vocabulary.Financing;
        while (words.Hearsay.TryMatch(flat, start, out var said) && flat.Length - said.End >= LeastLetters)
        {
            start = said.End;
        }

        for (var at = start + 1; at < flat.Length; at++)
        {
            if (words.Described.TryMatch(flat, at, out var kind) && flat.Length - kind.End >= 2)
            {
                start = kind.End;
            }
        }

        return start;
    }

    /// <summary>코랄 시스템즈: an ending of organizations that is a word of its own, with the word before it.</summary>
    private int WithWordBefore(string flat, int start, int floor)
    {
        var end = start;
        while (end > floor && flat[end - 1] == ' ')
        {
            end--;
        }

        var begin = end;
        while (begin > floor && Folding.IsHangul(flat[begin - 1]))
        {
            begin--;
        }

        var word = flat.AsSpan(begin, end - begin);
        return
            word.Length < 2
            || end == start
            || vocabulary.Financing.Topic.TryMatchBefore(word, word.Length, out _)
            || vocabulary.CompanyCategories.IsWhole(word, out _)
            || _nouns.IsCommon(word.ToString())
            ? start
            : begin;
    }

    /// <summary>其种子轮: a word for what was named before, or the name of a round.</summary>
    private bool IsReference(ReadOnlySpan<char> word) =>
        vocabulary.Financing.Referring.TryMatch(word, 0, out _) || vocabulary.SeriesSuffixes.TryMatchBefore(word, word.Length, out _);

    /// <summary>致远芯片今日在: Chinese runs on behind a name without a space; the words that follow a subject are in no name.</summary>
    public bool HasVerb(ReadOnlySpan<char> word)
    {
        // 卡塔尔投资局: the ending of an organization may hold such a word.
        var limit = vocabulary.OrganizationEndings.TryMatchBefore(word, word.Length, out var ending) ? ending.Start : word.Length;
        for (var at = 1; at < limit; at++)
        {
            if (
                vocabulary.Financing.SubjectEnds.TryMatch(word, at, out var end)
                && (end.Length > 1 || vocabulary.Financing.GainsFrom.IsWhole(word[at..end.End], out _))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>달러에: nothing, or a particle, stands behind a currency.</summary>
    private bool IsEnding(string rest) =>
        rest.Length == 0
        || vocabulary.Financing.To.IsWhole(rest, out _)
        || vocabulary.Financing.Topic.IsWhole(rest, out _)
        || vocabulary.Financing.Object.IsWhole(rest, out _);

    /// <summary>中国電力, 東京音研: a short word in kanji before kanji begins the name.</summary>
    private bool IsOfName(string flat, Lexicon<bool>.Hit category) =>
        // 机器人公司迈步: a word for a company ends the description.
        !vocabulary.Financing.NameSuffixes.TryMatchBefore(flat, category.End, out _) && IsOpening(flat, category);

    private static bool IsOpening(string flat, Lexicon<bool>.Hit category) =>
        (category.Length < LeastLetters && Folding.IsKanji(flat[category.End - 1]) && Folding.IsKanji(flat[category.End]))
        || (category.Length < LongCategory && Folding.IsKatakana(flat[category.End - 1]) && Folding.IsKatakana(flat[category.End]));

    private static int WordEnd(string flat, int at, int limit)
    {
        while (at < limit && IsOfWord(flat[at]))
        {
            at++;
        }

        while (at > 0 && flat[at - 1] is '.' && (at == limit || flat[at] == ' '))
        {
            at--;
        }

        return at;
    }

    private static bool IsOfWord(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '.' or '&' or '\'' or '’' or '+' or '-' or '_' or '!' || c is >= '\u00C0' and <= '\u024F';

    private static bool IsNative(char c, Tongue tongue) =>
        tongue switch
        {
            Tongue.Korean => c is >= '\uAC00' and <= '\uD7A3',
            Tongue.Chinese => Folding.IsKanji(c),
            _ => Folding.IsKatakana(c) || Folding.IsKanji(c),
        };
}
