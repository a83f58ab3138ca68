using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>Purchases and mergers in a Japanese or Korean sentence: who buys, who is bought, and for how much.</summary>
internal sealed class VerbFinalPurchases(Vocabulary vocabulary, DraftFacts facts, VerbFinalSubjects subjects)
{
    private readonly FinancingWords _words = vocabulary.Financing;
    private readonly NameReader _names = new(vocabulary);

    public IEnumerable<Draft> Bought(Clauses clauses, Trigger trigger, bool planned)
    {
        var sentence = clauses.Sentence;
        var tail = clauses.Tail(trigger);
        var sum = clauses.SumOf(trigger);
        if (
            sum is null
            && _words.Priced.IsWhole(sentence.Flat.AsSpan(trigger.Start, trigger.End - trigger.Start), out _)
            && !(sentence.IsHead && _names.Ending(sentence, trigger.Start, trigger.From) is { } obtained && IsWord(obtained.Name))
        )
        {
            yield break;
        }

        if (_words.Passive.TryMatch(tail, 0, out var passive) || (tail.Length > 1 && _words.Passive.TryMatch(tail, 1, out passive)))
        {
            var buyers = Agents(sentence, trigger);
            var after = trigger.End + passive.End;
            var bought =
                Attributed(sentence, after)
                ?? subjects.Of(clauses, trigger, isReceiver: true).Select(name => (FoundName?)name).LastOrDefault();
            yield return With(facts.Of(clauses, trigger, FinancingKind.Buy, bought, sum, planned), buyers);
            yield break;
        }

        if (_words.TargetLabels.TryMatch(tail, 0, out var label))
        {
            // 買収先はY: who is bought follows.
            if (Told(sentence, trigger.End + label.End) is { } target)
            {
                var buyer = subjects.Of(clauses, trigger, isReceiver: false);
                var draft = facts.Of(clauses, trigger, FinancingKind.Buy, target, sum, planned);
                yield return With(draft, buyer.Count == 0 && clauses.Company is { } about ? [new FoundName(about, 0, null)] : buyer);
            }

            yield break;
        }

        var (names, end) = BoughtNames(clauses, trigger);
        if (
            names.Count == 0
            && sum is not null
            && vocabulary.AmountRoles.TryMatchBefore(sentence.Flat, Math.Min(trigger.End + 1, sentence.Flat.Length), out _)
        )
        {
            // 買収額は: the price of the deal mentioned before.
            yield return facts.Of(clauses with { Company = null }, trigger, FinancingKind.Buy, null, sum, planned);
            yield break;
        }

        if (
            names.Count == 0
            && clauses.Company is { } told
            && IsOfTold(sentence.Flat.AsSpan(trigger.From, trigger.Start - trigger.From))
            && subjects.Of(clauses, trigger, isReceiver: false) is { Count: > 0 } owner
            && owner.TrueForAll(name => !CompanyName.AreSame(name.Name, told))
        )
        {
            // Y：Xが1億ドルで買収: the entry is about the company that is bought.
            yield return With(facts.Of(clauses, trigger, FinancingKind.Buy, null, sum, planned), owner);
            yield break;
        }

        var by = By(sentence, trigger, end);
        var givers = by.Count > 0 ? by : subjects.Of(clauses, trigger with { Start = end }, isReceiver: false);
        if (givers.Count == 0 && end < trigger.Start)
        {
            // Yを、Xが買収: who buys may stand between what is bought and the verb.
            givers = subjects
                .Of(clauses, trigger, isReceiver: false)
                .FindAll(subject => names.TrueForAll(name => name.Start != subject.Start && !CompanyName.AreSame(name.Name, subject.Name)));
        }

        if (givers.Count == 0 && clauses.Company is { } company)
        {
            givers = [new FoundName(company, 0, null)];
        }

        if (givers.Count == 0 && sum is null && !planned && !_words.Done.TryMatch(tail, 0, out _))
        {
            // Yの買収に名乗りを上げた: nobody bought it.
            yield break;
        }

        foreach (var name in names.Where(name => givers.TrueForAll(subject => !CompanyName.AreSame(subject.Name, name.Name))))
        {
            var draft = With(facts.Of(clauses, trigger, FinancingKind.Buy, name, names.Count > 1 ? null : sum, planned), givers);
            if (
                clauses.ValuationIn(trigger.End, sentence.Text.Length) is not null
                && clauses.ValuationIn(0, trigger.Start) is null
                && !sentence.IsInBrackets(clauses.ValuationIn(trigger.End, sentence.Text.Length)!.Value.Start)
            )
            {
                // Xを買収し、評価額1兆ドルに: the buyer's new value.
                draft.Valuation = null;
            }

            yield return draft;
        }
    }

    /// <summary>XがNで買収, 同社をXが買収: without an object, or with a word for the company named before.</summary>
    private bool IsOfTold(ReadOnlySpan<char> clause) =>
        !_words.Object.TryFind(clause, 0, out var marked) || _words.Same.TryMatchBefore(clause, marked.Start, out _);

    /// <summary>Yを(Nで)買収, Yの買収, Y買収.</summary>
    private (List<FoundName> Names, int End) BoughtNames(Clauses clauses, Trigger trigger)
    {
        var sentence = clauses.Sentence;
        for (var at = trigger.Start; at > trigger.From; at--)
        {
            var marked =
                _words.Object.TryMatch(sentence.Flat, at, out _)
                || (_words.Also.TryMatch(sentence.Flat, at, out var also) && also.End == trigger.Start)
                || (
                    (_words.Possessive.TryMatch(sentence.Flat, at, out var of) || _words.Against.TryMatch(sentence.Flat, at, out of))
                    && (of.End == trigger.Start || clauses.Monies.Exists(money => money.Start == of.End && money.End == trigger.Start))
                );
            if (at == trigger.Start || marked)
            {
                var names = _names.ListEnding(sentence, at, trigger.From, byCommas: false);
                if (names.Count > 0)
                {
                    return (names, names[0].Start);
                }
            }

            // Yを、Xが買収: a comma behind the particle does not end the clause.
            if (
                at < trigger.Start
                && _words.ClauseEnds.TryMatch(sentence.Flat, at, out _)
                && !_words.Object.TryMatchBefore(sentence.Flat, at, out _)
            )
            {
                break;
            }
        }

        // Y 20億ドルで買収: in a headline the amount may directly follow the name.
        return
            clauses.SumOf(trigger) is { } sum
            && sentence.IsHead
            && _names.Ending(sentence, sum.Start, trigger.From) is { } name
            && name.Start > 0
            ? ([name], name.Start)
            : ([], trigger.Start);
    }

    /// <summary>Xによる: who does it.</summary>
    private List<FoundName> By(Sentence sentence, Trigger trigger, int end)
    {
        for (var at = end - 1; at > trigger.From; at--)
        {
            if (_words.By.TryMatch(sentence.Flat, at, out _))
            {
                return _names.ListEnding(sentence, at, trigger.From);
            }
        }

        return [];
    }

    /// <summary>Xに(Nで)買収され: who did it.</summary>
    private List<FoundName> Agents(Sentence sentence, Trigger trigger)
    {
        for (var at = trigger.Start - 1; at > trigger.From; at--)
        {
            if (
                (_words.Agent.TryMatch(sentence.Flat, at, out _) || _words.By.TryMatch(sentence.Flat, at, out _))
                && _names.ListEnding(sentence, at, trigger.From) is { Count: > 0 } names
            )
            {
                return names;
            }
        }

        return [];
    }

    /// <summary>The name that begins at a position and ends at the next kana or mark.</summary>
    private FoundName? Told(Sentence sentence, int from)
    {
        var end = from;
        while (
            end < sentence.Flat.Length && !Folding.IsHiragana(sentence.Flat[end]) && !_words.ClauseEnds.TryMatch(sentence.Flat, end, out _)
        )
        {
            end++;
        }

        return _names.Ending(sentence, end, from);
    }

    /// <summary>買収されたY(は): the noun that a past-tense verb describes.</summary>
    private FoundName? Attributed(Sentence sentence, int after)
    {
        var at = after;
        while (at < sentence.Flat.Length && at - after <= 2 && Folding.IsHiragana(sentence.Flat[at]))
        {
            at++;
        }

        return at < sentence.Flat.Length && at > after ? _names.Starting(sentence, at, sentence.Flat.Length) : null;
    }

    /// <summary>X × Y：合併: stated for an entry about both; nothing else says which of the two remains.</summary>
    public IEnumerable<Draft> Merged(Clauses clauses, Trigger trigger, bool planned)
    {
        if (clauses.Company is { } company && company.Contains('×', StringComparison.Ordinal))
        {
            yield return facts.Of(clauses, trigger, FinancingKind.Buy, null, clauses.SumOf(trigger), planned);
        }
    }

    /// <summary>Dexmate, but not ISO27001 or PMDA: what is obtained is a company, not a certificate.</summary>
    private static bool IsWord(string name) =>
        char.IsAsciiLetterUpper(name[0]) && name.Any(char.IsAsciiLetterLower) && !name.Any(char.IsAsciiDigit);

    private static Draft With(Draft draft, List<FoundName> investors)
    {
        draft.Investors.AddRange(
            investors.Select(investor => investor.Name).Where(name => draft.Company is null || !CompanyName.AreSame(name, draft.Company))
        );
        return draft;
    }
}
