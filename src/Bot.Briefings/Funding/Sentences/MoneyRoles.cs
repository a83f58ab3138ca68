using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>What each amount in a sentence is: money of a financing (or possibly so), a value of the company, or neither.</summary>
internal sealed class MoneyRoles(Vocabulary vocabulary)
{
    /// <summary>Maximum characters between a word and the amount that it names: 評価額は約.</summary>
    private const int Beside = 5;

    /// <summary>The same if the word allows more in between: 評価額はわずか4ヶ月で約2倍の.</summary>
    private const int InClause = 24;

    private const int BesideEnglish = 6;

    private readonly AmountWords _words = new(vocabulary);

    /// <summary>One role per amount; null if no word gives one.</summary>
    public Vocabulary.AmountRole?[] Of(Sentence sentence, List<MoneyHit> monies, List<Lexicon<FinancingKind>.Hit> triggers)
    {
        var roles = new Vocabulary.AmountRole?[monies.Count];
        for (var i = 0; i < roles.Length; i++)
        {
            roles[i] =
                sentence.IsInBrackets(monies[i].Start) ? InBrackets(sentence, monies, i, triggers)
                : sentence.Tongue == Tongue.English ? English(sentence, monies, i)
                : Particled(sentence, monies, i, i > 0 ? roles[i - 1] : null, triggers);
            if (
                i > 0
                && roles[i] is null
                && IsShift(sentence, monies[i - 1].End, monies[i].Start)
                && (
                    roles[i - 1] == Vocabulary.AmountRole.Valuation
                    || (roles[i - 1] == Vocabulary.AmountRole.Ignored && SpeaksOfValue(sentence.Flat.AsSpan(0, monies[i - 1].Start)))
                )
            )
            {
                (roles[i - 1], roles[i]) = (Vocabulary.AmountRole.Ignored, Vocabulary.AmountRole.Valuation);
            }
        }

        return roles;
    }

    /// <summary>Nを出資 評価額は: a verb between an amount and a word for a value has the amount.</summary>
    private static bool IsVerb(List<Lexicon<FinancingKind>.Hit> triggers, int from, int to) =>
        triggers.Exists(trigger => trigger.Start >= from && trigger.End <= to);

    /// <summary>A value that changed from one amount to another is the latter.</summary>
    private bool IsShift(Sentence sentence, int from, int to) =>
        to - from is >= 0 and <= InClause / 2 && vocabulary.RangeWords.Contains(sentence.Flat.AsSpan(from, to - from));

    /// <summary>企業価値は前年の21億ドルから…: the clause's topic, whatever the first amount is compared with.</summary>
    private bool SpeaksOfValue(ReadOnlySpan<char> before) =>
        vocabulary.AmountRoles.TryFind(before[ClauseStart(before)..], 0, out var word) && word.Value == Vocabulary.AmountRole.Valuation;

    private Vocabulary.AmountRole? English(Sentence sentence, List<MoneyHit> monies, int index)
    {
        var from = index == 0 ? 0 : monies[index - 1].End;
        return _words.Beside(sentence.Flat, monies, index, Math.Min(from, monies[index].Start), ";,()", BesideEnglish);
    }

    private Vocabulary.AmountRole? Particled(
        Sentence sentence,
        List<MoneyHit> monies,
        int index,
        Vocabulary.AmountRole? previous,
        List<Lexicon<FinancingKind>.Hit> triggers
    )
    {
        var money = monies[index];
        var before = sentence.Flat.AsSpan(0, money.Start);
        var from = index == 0 ? 0 : Math.Min(monies[index - 1].End, money.Start);
        if (
            previous is Vocabulary.AmountRole.Valuation
            && vocabulary.AmountRoles.TryFind(before, from, out var taken)
            && before[from..taken.Start].Trim() is var of
            && (of.IsEmpty || vocabulary.Financing.Possessive.IsWhole(of, out _))
        )
        {
            // 3,500億ドルの企業価値で100億ドル: the word is the earlier amount's.
            from = taken.End;
        }

        from = Math.Max(from, ClauseStart(before));
        var said = vocabulary.AmountRoles.FindAll(before[from..]);
        while (said is [.., var measure] && _words.IsMeasure(measure, before[from..]))
        {
            said.RemoveAt(said.Count - 1);
        }

        if (
            said is [.., { Value: Vocabulary.AmountRole.Ignored } sum, { Value: Vocabulary.AmountRole.Amount } amount]
            && amount.Start - sum.End <= Beside * 2
        )
        {
            // 累計のシリーズA調達額は: a total of several rounds.
            return Vocabulary.AmountRole.Ignored;
        }

        var (last, gap) = said.Count > 0 ? ((Vocabulary.AmountRole?)said[^1].Value, before.Length - from - said[^1].End) : (null, 0);
        if (
            last is Vocabulary.AmountRole.Ignored
            && (vocabulary.RangeWords.Contains(before[^gap..]) || vocabulary.SeriesWords.Contains(before[^gap..]))
        )
        {
            // ファンドから1億ドル, ファンドが主導するシリーズCで1億ドル: the giver is not a measure of what is given.
            (last, gap) = (null, 0);
        }

        if (last is Vocabulary.AmountRole.Ignored && vocabulary.Financing.Then.TryMatch(before[from..], said[^1].End, out _))
        {
            // 契約後に15億ドルを調達: when it was, and not what it is.
            (last, gap) = (null, 0);
        }

        if (last is Vocabulary.AmountRole.Ignored && IsGiver(before[from..], said[^1]))
        {
            // 获海州基金3000万元, 東部基金が3億円を: the last word of a giver's name.
            (last, gap) = (null, 0);
        }

        if (
            last is Vocabulary.AmountRole.Ignored
            && vocabulary.Financing.OfWhich.TryMatchBefore(before, before.Length, out _)
            && triggers.Exists(trigger => trigger.Start == money.End)
        )
        {
            // 7,000万ドルのうち3,500万ドルを確保: the part that is raised.
            return Vocabulary.AmountRole.Amount;
        }

        if (last is Vocabulary.AmountRole.Valuation or Vocabulary.AmountRole.Ignored && gap <= Beside)
        {
            return last;
        }

        var next = index + 1 < monies.Count ? monies[index + 1].Start : sentence.Flat.Length;
        var behind = sentence.Flat.AsSpan(money.End, Math.Min(next - money.End, InClause));
        var cut = behind.IndexOfAny("、，,。;");
        behind = cut < 0 ? behind : behind[..cut];
        if (
            vocabulary.AmountRoles.TryFind(behind, 0, out var grown)
            && grown.Value == Vocabulary.AmountRole.Valuation
            && vocabulary.RangeWords.IsWhole(behind[..grown.Start].Trim(), out _)
            && vocabulary.Financing.Topic.TryMatch(behind, grown.End, out _)
        )
        {
            // 60億ドルから評価額は倍増: what it was before.
            return Vocabulary.AmountRole.Ignored;
        }

        if (
            vocabulary.AmountRoles.TryFind(behind, 0, out var word)
            && !(
                word.Value == Vocabulary.AmountRole.Valuation
                && money.End + word.End == next
                && next < sentence.Flat.Length
                // 40億ドルの評価で6億ドル: with a particle behind it the word is of the amount before.
                && !Folding.IsHiragana(behind[word.End - 1])
            )
            && behind[..word.Start].Trim().Length <= (word.Value == Vocabulary.AmountRole.Amount ? InClause : Beside)
            && !(word.Value == Vocabulary.AmountRole.Valuation && IsVerb(triggers, money.End, money.End + word.Start))
        )
        {
            return word.Value;
        }

        var reach = behind.Length;
        if (triggers.Exists(trigger => trigger.Start >= money.End && trigger.Start - money.End < reach))
        {
            return Vocabulary.AmountRole.Amount;
        }

        return last is not null && gap <= InClause ? last : null;
    }

    private bool IsGiver(ReadOnlySpan<char> clause, Lexicon<Vocabulary.AmountRole>.Hit word) =>
        vocabulary.OrganizationEndings.IsWhole(clause.Slice(word.Start, word.Length), out _)
        && (
            vocabulary.Financing.GainsFrom.Contains(clause[..word.Start])
            || (vocabulary.Financing.Topic.TryMatch(clause, word.End, out var particle) && particle.End == clause.Length)
        );

    private Vocabulary.AmountRole? InBrackets(
        Sentence sentence,
        List<MoneyHit> monies,
        int index,
        List<Lexicon<FinancingKind>.Hit> triggers
    )
    {
        var money = monies[index];
        var open = Math.Max(sentence.Folded.LastIndexOf('(', money.Start), sentence.Folded.LastIndexOf('[', money.Start));
        if (open < 0)
        {
            return null;
        }

        var close = sentence.Folded.AsSpan(money.End).IndexOfAny(')', ']');
        var note = sentence.Folded.AsSpan(open, (close < 0 ? sentence.Folded.Length : money.End + close) - open);
        var before = sentence.Flat.AsSpan(0, open).TrimEnd().Length;
        var role = vocabulary.AmountRoles.TryFind(note, 0, out var word) ? (Vocabulary.AmountRole?)word.Value : null;
        if (role is Vocabulary.AmountRole.Valuation)
        {
            // OpenAI（評価額5000億ドル）: a note about another company. After an amount, a verb or a stage it is about the round.
            return
                before > 0
                && (
                    char.IsAsciiLetter(sentence.Flat[before - 1]) && sentence.Tongue != Tongue.English
                    || sentence.Flat[before - 1] is '」' or '』'
                )
                && !monies.Exists(other => other.End == before)
                && !IsRoundName(sentence.Flat.AsSpan(0, before))
                ? Vocabulary.AmountRole.Ignored
                : role;
        }

        if (index > 0 && monies[index - 1].Start > open && AmountWords.IsPrice(sentence.Folded, monies, index))
        {
            return Vocabulary.AmountRole.Valuation;
        }

        var restated = monies.Exists(other => other.End <= before && other.End >= before - 2);
        return role is Vocabulary.AmountRole.Ignored || restated ? Vocabulary.AmountRole.Ignored : role;
    }

    /// <summary>$120M Series C（評価額$900M）, シリーズA（評価額9億ドル）: the letter of a round is no name.</summary>
    private bool IsRoundName(ReadOnlySpan<char> before) =>
        before.Length > 1
        && vocabulary.SeriesWords.TryMatchBefore(before, before[..^1].TrimEnd(" -").Length, out var series)
        && (before[^2] is ' ' or '-' || Folding.IsJapanese(before[series.End - 1]));

    private static int ClauseStart(ReadOnlySpan<char> before) => before.LastIndexOfAny("、，,。;") + 1;
}
