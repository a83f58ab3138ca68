using System.Buffers;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>Investors in a Japanese sentence: XとYが主導, Xから調達, リードはX, Xが3億ドルを出資.</summary>
internal sealed class JapaneseInvestors(Vocabulary vocabulary, InvestorCell cell)
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("「」『』$€£¥:：;");

    /// <summary>What may follow a name: が, と, や, で, など, の, に, を, も, ほか, だ, から.</summary>
    private const string Particles = "がとやでなのにをもほだか";

    /// <summary>Characters between a subject and the amount it gives.</summary>
    private const int NearWords = 24;

    private const int LongestName = 40;

    /// <summary>Adds the names of a sentence with their place in the text.</summary>
    /// <param name="offset">Where the sentence begins in the text.</param>
    public void Find(string text, string folded, int offset, List<(int At, string Name)> names)
    {
        foreach (var hit in vocabulary.InvestingBefore.FindAll(folded))
        {
            Back(text, hit.Start, offset, names);
        }

        foreach (var hit in vocabulary.InvestingFrom.FindAll(folded))
        {
            if ((vocabulary.Receiving.Contains(folded.AsSpan(hit.End)) || folded.AsSpan(hit.End).IsWhiteSpace() || IsAmount(folded, hit.End)) && !IsRange(folded, hit))
            {
                Back(text, hit.Start, offset, names);
            }
        }

        foreach (var hit in vocabulary.InvestingGives.FindAll(folded))
        {
            // XとYが合計30億ドルを追加出資: the subject is left of the amount.
            var amount = AmountBefore(folded, hit.Start);
            var subject = amount > 0 ? folded.LastIndexOf('が', amount - 1) : -1;
            if (subject > 0 && amount - subject <= NearWords)
            {
                Back(text, subject, offset, names);
            }
        }

        foreach (var hit in vocabulary.InvestingAfter.FindAll(folded))
        {
            Forward(text, hit.End, offset, names);
        }
    }

    /// <summary>Xから約150万ドル: the giver stands before the amount, and nothing need say that it was received.</summary>
    private bool IsAmount(string folded, int at)
    {
        while (vocabulary.ApproximateBefore.TryMatch(folded, at, out var about))
        {
            at = about.End;
        }

        var end = at;
        while (end < folded.Length && IsOfNumber(folded[end]))
        {
            end++;
        }

        return end > at && vocabulary.Currencies.TryMatch(folded, end, out _);
    }

    /// <summary>Where the number begins that ends in a currency before <paramref name="end"/>; -1 if there is none.</summary>
    private int AmountBefore(string folded, int end)
    {
        foreach (var at in (ReadOnlySpan<int>)[end, end - 2])
        {
            if (at > 0 && vocabulary.Currencies.TryMatchBefore(folded, at, out var currency))
            {
                var start = currency.Start;
                while (start > 0 && IsOfNumber(folded[start - 1]))
                {
                    start--;
                }

                return start < currency.Start ? start : -1;
            }
        }

        return -1;
    }

    private static bool IsOfNumber(char c) => char.IsAsciiDigit(c) || c is '.' or ',' or '億' or '万' or '兆' or '千' or '百';

    /// <summary>5億から7億ドル, 1月から.</summary>
    private static bool IsRange(string folded, Lexicon<bool>.Hit hit) =>
        hit.Start > 0 && (char.IsAsciiDigit(folded[hit.Start - 1]) || folded[hit.Start - 1] is '億' or '万' or '月' or '年' or '日');

    /// <summary>The names that end at <paramref name="end"/>: X、YとZ.</summary>
    private void Back(string text, int end, int offset, List<(int At, string Name)> names)
    {
        while (end > 0)
        {
            var start = end;
            while (start > 0 && !IsSeparator(text, start - 1))
            {
                start--;
            }

            var segment = text[start..end];
            var kana = segment.TrimEnd().TrimEnd('な', 'ど', 'ら').Length;
            var lastKana = kana - 1;
            while (lastKana >= 0 && !Folding.IsHiragana(segment[lastKana]) && segment[lastKana] is not (':' or '：'))
            {
                lastKana--;
            }

            lastKana = BeginsName(segment, lastKana) ? -1 : lastKana;
            var name = Name(segment[(lastKana + 1)..kana]);
            if (name.Length == 0)
            {
                return;
            }

            names.Add((offset + start + lastKana + 1, name));
            if (lastKana >= 0)
            {
                return;
            }

            end = start - 1;
        }
    }

    /// <summary>
    /// みずほキャピタル, みなと銀行: kana that opens a segment and ends in no particle is the beginning of the name. Words such as ほか and
    /// また are in the vocabulary's prefixes.
    /// </summary>
    private static bool BeginsName(string segment, int lastKana)
    {
        var first = 0;
        while (first < segment.Length && segment[first] == ' ')
        {
            first++;
        }

        return lastKana > first && lastKana + 1 < segment.Length
            && segment.AsSpan(first, lastKana + 1 - first).IndexOfAnyExceptInRange('\u3041', '\u309F') < 0
            && !segment.AsSpan(first, lastKana + 1 - first).Contains('を')
            && segment[lastKana] is not ('に' or 'は' or 'が' or 'で' or 'も' or 'て' or 'へ' or 'の' or 'た' or 'る');
    }

    /// <summary>The names that begin at <paramref name="start"/>, up to a kana that is not と or や.</summary>
    private void Forward(string text, int start, int offset, List<(int At, string Name)> names)
    {
        while (start < text.Length)
        {
            var end = start;
            while (end < text.Length && Folding.IsHiragana(text[end]))
            {
                end++;
            }

            // みずほ銀行: kana may open a name.
            end = BeginsName(text[start..Math.Min(end + 1, text.Length)], end - start - 1) ? end : start;
            while (end < text.Length && !IsSeparator(text, end) && !Folding.IsHiragana(text[end]) && text[end] is not ('。' or '；' or ';'))
            {
                end++;
            }

            var name = Name(text[start..end]);
            if (name.Length == 0)
            {
                return;
            }

            if (end < text.Length && Folding.IsHiragana(text[end]) && !Particles.Contains(text[end]))
            {
                // 明らかにしていない: a word goes on, no name ended.
                return;
            }

            names.Add((offset + start, name));
            if (end >= text.Length || !IsSeparator(text, end))
            {
                return;
            }

            start = end + 1;
        }
    }

    private string Name(string text)
    {
        var name = cell.Clean(text.Trim());
        if (name.Length > 1 && name[0] is '米' or '英' or '独' or '仏' or '中' or '韓' && name[Math.Min(1, name.Length - 1)] is var next && (char.IsAsciiLetter(next) || Folding.IsKatakana(next)))
        {
            name = name[1..];
        }

        var folded = Folding.Fold(name);
        return name.Length is 0 or > LongestName || char.IsAsciiDigit(folded[0]) && folded.Any(c => c is '億' or '万' or '円' or '月' or '年' or '日' or '%')
            || vocabulary.AmountRoles.TryMatch(folded, 0, out _)
            || vocabulary.FinancingWords.Contains(folded) || name.AsSpan().IndexOfAny(NotInNames) >= 0 ? "" : name;
    }

    private static bool IsSeparator(string text, int at) => text[at] switch
    {
        '、' or ',' or '，' or '／' or '/' => true,
        'と' or 'や' => at > 0 && at + 1 < text.Length && !Folding.IsHiragana(text[at - 1]) && !Folding.IsHiragana(text[at + 1]),
        '。' => true,
        _ => false,
    };
}
