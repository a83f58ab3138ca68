using System.Buffers;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>Investors in a Japanese sentence: XとYが主導, Xから調達, リードはX, Xが3億ドルを出資.</summary>
internal sealed partial class JapaneseInvestors(Vocabulary vocabulary, InvestorCell cell)
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("「」『』$€£¥:：;");

    /// <summary>Maximum characters between a subject and the amount it gives.</summary>
    private const int NearWords = 24;

    private const int LongestName = 40;

    private readonly InvestorNames _names = new(vocabulary);
    private readonly FinancingWords _words = vocabulary.Financing;

    /// <summary>Adds a sentence's names with their positions in the text.</summary>
    /// <param name="offset">Where the sentence starts in the text.</param>
    public void Find(string text, string folded, int offset, List<(int At, string Name)> names)
    {
        var said = vocabulary.InvestingWords.In(folded);
        foreach (var hit in Hits(said, 0, vocabulary.InvestingBefore, folded))
        {
            if (!Describes(folded, hit.End))
            {
                Back(text, folded, hit.Start, offset, false, names);
            }
        }

        foreach (var hit in Hits(said, 1, vocabulary.InvestingFrom, folded))
        {
            if (
                (
                    vocabulary.Receiving.Contains(Clause(folded, hit.End))
                    || folded.AsSpan(hit.End).IsWhiteSpace()
                    || IsAmount(folded, hit.End)
                ) && !IsRange(folded, hit.Start)
            )
            {
                Back(text, folded, hit.Start, offset, true, names);
            }
        }

        foreach (var hit in Hits(said, 2, vocabulary.InvestingGives, folded))
        {
            // XとYが合計30億ドルを追加出資: the subject is to the left of the amount.
            var amount = AmountBefore(folded, hit.Start);
            var subject = amount > 0 ? folded.LastIndexOfAny(_giving, amount - 1) : -1;
            if (subject > 0 && amount - subject <= NearWords)
            {
                Shares(text, folded, subject, offset, names);
                Back(text, folded, subject, offset, false, names);
            }
        }

        if (GiverOfLast(folded) is { } giver)
        {
            Back(text, folded, giver, offset, false, names);
        }

        foreach (var hit in _words.Joined.FindAll(folded))
        {
            // XとYは戦略的な立場で参加した: the topic of the verb's own clause.
            if (TopicBefore(folded, hit.Start) is { } topic)
            {
                Back(text, folded, topic, offset, true, names);
            }
        }

        foreach (var hit in Hits(said, 3, vocabulary.InvestingAfter, folded))
        {
            Forward(text, folded, hit.End, offset, names);
        }
    }

    /// <summary>YにXが3億ドル: the particle of who gives, where a text without a verb ends in the amount; null if it does not.</summary>
    private int? GiverOfLast(string folded)
    {
        var amount = AmountBefore(folded, folded.AsSpan().TrimEnd().Length);
        return amount > 1 && folded.AsSpan(amount - 1, 1).ContainsAny(_giving) ? amount - 1 : null;
    }

    private static List<Lexicon<bool>.Hit> Hits(uint said, int list, Lexicon<bool> words, string folded) =>
        (said & (1u << list)) != 0 ? words.FindAll(folded) : [];

    /// <summary>Xが5億ドル、Yが3億ドルを出資: those before the last, each with its share.</summary>
    private void Shares(string text, string folded, int end, int offset, List<(int At, string Name)> names)
    {
        for (var at = folded.AsSpan(0, end).IndexOfAny(_giving); at > 0; )
        {
            if (AmountEnd(folded, at + 1) is var share and > 0 && share < folded.Length && _words.ClauseEnds.TryMatch(folded, share, out _))
            {
                Back(text, folded, at, offset, false, names);
            }

            var next = folded.AsSpan(at + 1, Math.Max(0, end - at - 1)).IndexOfAny(_giving);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private readonly char[] _giving = [.. vocabulary.GivingParticles.Select(particle => particle[0])];

    /// <summary>Xが出資する同社: an earlier investor, not a current one.</summary>
    private bool Describes(string folded, int at) =>
        _words.Attributive.TryMatch(folded, at, out var verb)
        && (
            (_words.Same.TryMatch(folded, verb.End, out var same) && !_words.Funds.TryMatch(folded, same.End, out _))
            || (vocabulary.CompanyCategories.TryMatch(folded, verb.End, out var category) && category.Length > 1)
        );

    /// <summary>The text from a position up to the next comma.</summary>
    private static ReadOnlySpan<char> Clause(string folded, int at)
    {
        var rest = folded.AsSpan(at);
        var comma = rest.IndexOfAny('、', '。');
        return comma < 0 ? rest : rest[..comma];
    }

    /// <summary>Xから約150万ドル: with the giver before the amount, no word for receiving is needed.</summary>
    private bool IsAmount(string folded, int at) => AmountEnd(folded, at) > 0;

    /// <summary>Where the amount that starts at a position ends; -1 if there is none.</summary>
    private int AmountEnd(string folded, int at)
    {
        var cursor = new Cursor(folded, at);
        while (cursor.TrySkip(vocabulary.ApproximateBefore, out _)) { }

        var start = cursor.At;
        while (IsOfNumber(cursor.Current))
        {
            cursor.At++;
        }

        return cursor.At > start && cursor.TrySkip(vocabulary.Currencies, out _) ? cursor.At : -1;
    }

    /// <summary>Where the number starts whose currency ends before <paramref name="end"/>; -1 if there is none.</summary>
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

    private bool IsOfNumber(char c) => char.IsAsciiDigit(c) || c is '.' or ',' || (vocabulary.Units.Opens(c) && Folding.IsKanji(c));

    /// <summary>5億から7億ドル, 1月から.</summary>
    private bool IsRange(string folded, int at) =>
        at > 0 && (char.IsAsciiDigit(folded[at - 1]) || vocabulary.CountedUnits.TryMatchBefore(folded, at, out _));

    /// <summary>The names that end at <paramref name="end"/>: X、YとZ.</summary>
    private void Back(string text, string folded, int end, int offset, bool strict, List<(int At, string Name)> names)
    {
        while (end > 0)
        {
            while (end > 0 && IsSeparator(folded, end - 1))
            {
                // Xと、Y
                end--;
            }

            end = WithoutCount(folded, end);
            var start = end;
            while (start > 0 && !IsSeparator(folded, start - 1) && !IsDash(folded[start - 1]))
            {
                start--;
            }

            start = BehindAmount(folded, start, end);
            var length = end - start;
            var cursor = new Cursor(folded.AsSpan(0, end), end);
            cursor.SkipSpacesBack();
            if (cursor.TrySkipBack(_words.Besides, out var besides) && besides.Start > start)
            {
                // Xに加え、Yが参加
                length = besides.Start - start;
            }
            else if (cursor.TrySkipBack(vocabulary.AndOthers, out var others) && others.Start > start)
            {
                length = others.Start - start;
            }
            else if (
                _words.SuchAs.FindAll(folded.AsSpan(start, length)) is [.., var such]
                && such.Start > 0
                && Name(text[(start + such.End)..end], strict: true).Length == 0
            )
            {
                // XやYなどの既存投資家: the noun that describes them comes after them.
                length = such.Start;
            }

            var segment = text.Substring(start, length);
            var lastKana = segment.Length - 1;
            while (lastKana >= 0 && !Folding.IsHiragana(segment[lastKana]) && segment[lastKana] is not (':' or '：'))
            {
                lastKana--;
            }

            lastKana = BeginsName(segment, lastKana) ? -1 : lastKana;
            var name = Name(segment[(lastKana + 1)..], strict);
            if (name.Length == 0 && !IsOfPerson(segment, lastKana))
            {
                return;
            }

            if (name.Length > 0)
            {
                names.Add((offset + start + lastKana + 1, name));
            }

            if (start > 0 && IsDash(folded[start - 1]))
            {
                return;
            }

            if (
                lastKana >= 0
                && name.Length > 0
                && !vocabulary.InvestorPrefixes.IsWhole(Folding.Fold(segment[..(lastKana + 1)]), out _)
                && !IsDescribed(folded, start, segment, lastKana)
            )
            {
                return;
            }

            end = start - 1;
        }
    }

    /// <summary>X氏, X氏のファンド: nobody to be named, but others may stand before.</summary>
    private bool IsOfPerson(string segment, int lastKana) =>
        lastKana < 0
            ? _words.Persons.TryMatchBefore(segment, segment.TrimEnd().Length, out _)
            : _words.Possessive.TryMatch(segment, lastKana, out _) && _words.Persons.TryMatchBefore(segment, lastKana, out _);

    /// <summary>Xと米国のY, Xに加え、今回株主となったY: what describes a name that is joined to others does not end the list.</summary>
    private bool IsDescribed(string folded, int start, string segment, int lastKana)
    {
        // Xと、当社のY
        start = start > 1 && folded[start - 1] is '、' && _words.And.TryMatchBefore(folded, start - 1, out _) ? start - 1 : start;
        return start > 0
            && (
                _words.Besides.TryMatchBefore(folded, start - 1, out _)
                    ? _words.Adnominal.TryMatchBefore(segment, lastKana + 1, out _)
                    : Folding.IsHiragana(folded[start - 1])
                        && _words.Possessive.TryMatch(segment, lastKana, out _)
                        && Enumerable
                            .Range(0, lastKana)
                            .All(at => !Folding.IsHiragana(segment[at]) || _words.Possessive.TryMatch(segment, at, out _))
            );
    }

    /// <summary>3億ドル XとYが主導: where an amount with a space behind it ends; the start if there is none.</summary>
    private int BehindAmount(string folded, int start, int end)
    {
        for (var at = end - 1; at > start; at--)
        {
            if (folded[at] == ' ' && vocabulary.Currencies.TryMatchBefore(folded, at, out _) && Folding.IsJapanese(folded[at - 1]))
            {
                return at + 1;
            }
        }

        return start;
    }

    /// <summary>X、Yの3社が主導: how many there are is no part of the last name.</summary>
    private int WithoutCount(string folded, int end)
    {
        var at = end;
        if (at > 0 && _words.Counters.Opens(folded[at - 1]))
        {
            at--;
            while (at > 0 && char.IsAsciiDigit(folded[at - 1]))
            {
                at--;
            }
        }

        return at < end - 1 && _words.Possessive.TryMatchBefore(folded, at, out var of) ? of.Start : end;
    }

    /// <summary>Nを調達 — Xがリード: a dash begins another clause.</summary>
    private static bool IsDash(char c) => c is '—' or '–' or '|' or '｜';

    /// <summary>
    /// みずほキャピタル, あけぼの銀行: kana that open a segment and do not end in a particle start the name. Words such as ほか and また are in the
    /// vocabulary's prefixes.
    /// </summary>
    private bool BeginsName(string segment, int lastKana)
    {
        var first = 0;
        while (first < segment.Length && segment[first] == ' ')
        {
            first++;
        }

        return lastKana > first
            && lastKana + 1 < segment.Length
            && segment.AsSpan(first, lastKana + 1 - first).IndexOfAnyExceptInRange('\u3041', '\u309F') < 0
            && !_words.Object.Contains(segment.AsSpan(first, lastKana + 1 - first))
            && (
                !vocabulary.KanaEndings.TryMatch(segment, lastKana, out _)
                || (lastKana - first >= 2 && vocabulary.NonNames.IsWhole(segment.AsSpan(lastKana + 1), out _))
            );
    }

    /// <summary>Where the topic's particle starts in the clause of a verb; null if there is none near.</summary>
    private int? TopicBefore(string folded, int verb)
    {
        for (var at = verb - 1; at > 0 && verb - at <= NearWords && folded[at] is not ('、' or '。'); at--)
        {
            if (_words.Topic.TryMatch(folded, at, out _) && !Folding.IsHiragana(folded[at - 1]))
            {
                return at;
            }
        }

        return null;
    }

    private string Name(string text, bool strict, bool isLabelled = false)
    {
        var name = _names.Of(cell.Clean(text.Trim()), strict, isLabelled);
        return name.Length > LongestName || name.AsSpan().IndexOfAny(NotInNames) >= 0 ? "" : name;
    }

    /// <summary>A comma, or と or や between characters other than kana.</summary>
    private bool IsSeparator(string text, int at) =>
        text[at] is '、' or ',' or '，' or '／' or '/' or '。'
        || (
            Folding.IsHiragana(text[at])
            && _words.And.TryMatch(text, at, out var and)
            && and.Length == 1
            && at > 0
            && at + 1 < text.Length
            && !Folding.IsHiragana(text[at - 1])
            && !Folding.IsHiragana(text[at + 1])
        );
}
