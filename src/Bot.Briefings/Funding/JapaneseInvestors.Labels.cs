using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <content>Names that a label announces: 引受先は, 出資したのは.</content>
internal sealed partial class JapaneseInvestors
{
    /// <summary>
    /// The names behind a label (引受先は), up to the first that ends in more than a counter: 共同でリードを務めたXとY、それに事業会社のZです.
    /// </summary>
    private void Forward(string text, string folded, int start, int offset, List<(int At, string Name)> names)
    {
        while (start < text.Length && text[start] is ' ' or '、' or '，')
        {
            // 出資したのは、X: a comma may follow the label.
            start++;
        }

        while (start < text.Length)
        {
            start = Described(folded, start);
            var end = start;
            while (end < text.Length && !IsSeparator(folded, end) && text[end] is not ('；' or ';') && !IsDash(text[end]))
            {
                end++;
            }

            var part = Labelled(text[start..end]);
            if (part.Name.Length == 0)
            {
                return;
            }

            names.Add((offset + start + part.At, part.Name));
            if (part.IsLast || end >= text.Length || text[end] is '。' || !IsSeparator(folded, end))
            {
                return;
            }

            start = end + 1;
        }
    }

    /// <summary>The name in one part of such a list, and whether the list ends with it.</summary>
    private (string Name, int At, bool IsLast) Labelled(string part)
    {
        var first = 0;
        while (first < part.Length && Folding.IsHiragana(part[first]))
        {
            first++;
        }

        // みずほ銀行: kana may open a name.
        first = BeginsName(part[..Math.Min(first + 1, part.Length)], first - 1) ? first : 0;
        var nameEnd = NextKana(part, first);
        if (!IsNamedLater(part, nameEnd) && Name(part[..nameEnd], strict: false, isLabelled: true) is { Length: > 0 } name)
        {
            // 明らかにしていない: a word continues, so no name has ended.
            return nameEnd < part.Length && !vocabulary.AfterNames.TryMatch(part, nameEnd, out _)
                ? ("", 0, true)
                : (name, 0, nameEnd < part.Length && !IsCounted(part[nameEnd..]));
        }

        // 投資部門であるX, 事業会社のX: the description of a name ends in a word that describes nouns.
        for (var at = nameEnd; at < part.Length; at = NextKana(part, at))
        {
            while (at < part.Length && Folding.IsHiragana(part[at]))
            {
                at++;
            }

            var end = NextKana(part, at);
            if (
                at < end
                && (end == part.Length || (vocabulary.AfterNames.TryMatch(part, end, out _) && !IsNamedLater(part, end)))
                && _words.Adnominal.TryMatchBefore(part, at, out _)
                && Name(part[at..end], strict: false, isLabelled: true) is { Length: > 0 } described
            )
            {
                return (described, at, end < part.Length && !IsCounted(part[end..]));
            }
        }

        return ("", 0, true);
    }

    private static int NextKana(string part, int at)
    {
        while (at < part.Length && !Folding.IsHiragana(part[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Xの投資部門であるY: whether a name that such words describe stands behind a position.</summary>
    private bool IsNamedLater(string part, int from)
    {
        for (var at = from; at < part.Length; at++)
        {
            if (
                _words.Adnominal.TryMatch(part, at, out var word)
                && word.Length > 1
                && word.End < part.Length
                && !Folding.IsHiragana(part[word.End])
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>の2社, など3社: how many there are.</summary>
    private bool IsCounted(string rest) =>
        rest.AsSpan().TrimStart() is [var of, ..]
        && _words.Possessive.TryMatch(rest, 0, out _)
        && rest.Length <= 4
        && of != '0'
        && rest.Any(char.IsAsciiDigit);

    /// <summary>そして戦略投資家としてのX: where the name starts behind a description of at most a few words.</summary>
    private int Described(string folded, int start)
    {
        const int LongestDescription = 16;
        var description = folded.AsSpan(start, Math.Min(LongestDescription, folded.Length - start));
        var end = description.IndexOfAny("、,。");
        return _words.As.TryFind(end < 0 ? description : description[..end], 0, out var word) ? start + word.End : start;
    }
}
