using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>
/// Financings in a Japanese or Korean sentence: particles mark who receives, who gives and what is bought, and the verb's ending says
/// whether it is done.
/// </summary>
internal sealed partial class VerbFinalReader(Vocabulary vocabulary, DraftFacts facts)
{
    /// <summary>Maximum characters of a round's name between its company and its verb: のシリーズBラウンドに参加.</summary>
    private const int RoundName = 16;

    /// <summary>Maximum characters between a subject and its own amount: はX Capital主導のシリーズCで.</summary>
    private const int RoundPhrase = 40;

    /// <summary>Maximum characters between a word for an instrument and its amount: シリーズAの第三者割当増資で.</summary>
    private const int InstrumentName = 28;

    /// <summary>Maximum characters between a stage and the verb that ends it: シリーズB延長を完了.</summary>
    private const int StageName = 10;

    private readonly FinancingWords _words = vocabulary.Financing;
    private readonly NameReader _names = new(vocabulary);
    private readonly VerbFinalSubjects _subjects = new(vocabulary);
    private readonly VerbFinalPurchases _purchases = new(vocabulary, facts, new VerbFinalSubjects(vocabulary));

    private readonly VerbFinalSales _sales = new(vocabulary, facts, new VerbFinalSubjects(vocabulary));

    public IEnumerable<Draft> Read(Clauses clauses)
    {
        foreach (var trigger in clauses.Triggers)
        {
            if (StatusOf(clauses, trigger) is not { } planned)
            {
                continue;
            }

            foreach (
                var draft in trigger.Kind switch
                {
                    FinancingKind.Raise => Raised(clauses, trigger, planned),
                    FinancingKind.RaiseObject => HasFunds(clauses, trigger) ? Raised(clauses, trigger, planned) : [],
                    FinancingKind.Give => Given(clauses, trigger, planned),
                    FinancingKind.Buy => _purchases.Bought(clauses, trigger, planned),
                    FinancingKind.List => Listed(clauses, trigger, planned),
                    FinancingKind.Sold => _sales.Sold(clauses, trigger, planned),
                    FinancingKind.Merge => _purchases.Merged(clauses, trigger, planned),
                    _ => [],
                }
            )
            {
                yield return draft;
            }
        }
    }

    /// <summary>True for a plan, false for a completed financing, null for neither: a mere possibility, or money raised before.</summary>
    private bool? StatusOf(Clauses clauses, Trigger trigger)
    {
        var flat = clauses.Sentence.Flat;
        var tail = clauses.Tail(trigger);
        if (_words.PlannedAfter.TryMatch(tail.TrimStart(), 0, out var toward) && toward.Start == 0)
        {
            return true;
        }

        // の融資を交渉: the verb itself is the plan.
        if (_words.Planned.Contains(flat.AsSpan(trigger.Start, trigger.End - trigger.Start)))
        {
            return true;
        }

        if (!_words.Done.TryMatch(tail, 0, out var end) || IsWish(tail, end.End))
        {
            if (_words.Planned.Contains(tail))
            {
                return true;
            }

            if (_words.Possible.Contains(tail))
            {
                return null;
            }
        }

        return _words.PlannedBefore.Contains(flat.AsSpan(trigger.From, trigger.Start - trigger.From));
    }

    /// <summary>調達したい: a verb's ending may still be a wish.</summary>
    private bool IsWish(ReadOnlySpan<char> tail, int end) => _words.Wish.TryMatch(tail, end, out _);

    private IEnumerable<Draft> Raised(Clauses clauses, Trigger trigger, bool planned)
    {
        var sentence = clauses.Sentence;
        if (_words.RaisedBefore.TryMatch(sentence.Flat, trigger.End, out _))
        {
            yield break;
        }

        if (VerbOf(clauses, trigger) is { } verb)
        {
            // 資金調達を完了（金額非公開）: what stands behind the noun's own verb is about it, too.
            trigger = trigger with
            {
                To = verb.To,
            };
        }

        var pairs = Pairs(clauses, trigger);
        if (pairs.Count > 1)
        {
            for (var i = 0; i < pairs.Count; i++)
            {
                var draft = facts.Of(clauses, trigger, FinancingKind.Raise, pairs[i].Name, pairs[i].Sum, planned);
                var to = i + 1 < pairs.Count ? pairs[i + 1].Name.Start : trigger.To;
                draft.Stage = StageOf(sentence, pairs, i, to) ?? draft.Stage;
                draft.Part = (pairs[i].Name.Start, to);
                draft.Valuation = DraftFacts.ToMoney(sentence, clauses.ValuationIn(pairs[i].Name.Start, to));
                var own = sentence.CitedIn(pairs[i].Name.Start, to).Distinct().ToList();
                if (own.Count > 0)
                {
                    draft.Citations.Clear();
                    draft.Citations.AddRange(own);
                }

                yield return draft;
            }

            yield break;
        }

        var subjects = _subjects.Of(clauses, trigger, isReceiver: true);
        var sum = clauses.SumOf(trigger);
        if (Instruments(clauses, trigger) is { Count: > 1 } instruments && subjects.Count <= 1)
        {
            foreach (var (stage, part, from, to) in instruments)
            {
                var draft = facts.Of(clauses, trigger, FinancingKind.Raise, subjects.Count > 0 ? subjects[0] : null, part, planned);
                (draft.Stage, draft.Valuation, draft.Part) = (stage, null, (from, to));
                yield return draft;
            }

            yield break;
        }

        if (
            sum is { } money
            && money.End < trigger.Start
            && _words.NotFunds.Contains(sentence.Flat.AsSpan(money.End, trigger.Start - money.End))
        )
        {
            yield break;
        }

        var plain =
            !planned
            && IsDone(clauses, trigger)
            && (subjects.Count > 0 || (clauses.Company is not null && clauses.ValuationIn(trigger.From, trigger.To) is not null));

        // 評価額40億ドルでの調達を打診: a price suffices for a plan.
        plain |= planned && clauses.Triggers.Count == 1 && clauses.ValuationIn(trigger.From, trigger.To) is not null;
        if (subjects.Count == 0)
        {
            yield return facts.Of(clauses, trigger, FinancingKind.Raise, null, sum, planned, plain);
        }

        var sums = subjects.Count > 1 ? clauses.Sums(trigger.From, trigger.Start).ToList() : [];
        for (var i = 0; i < subjects.Count; i++)
        {
            // XとYがそれぞれNとMを調達: in the order of the names.
            MoneyHit? own =
                subjects.Count == 1 ? sum
                : sums.Count == subjects.Count ? sums[i]
                : null;
            yield return facts.Of(clauses, trigger, FinancingKind.Raise, subjects[i], own, planned, plain);
        }
    }

    /// <summary>資金調達を実施: the noun's own verb may be a trigger too; it says whether it is done.</summary>
    private bool IsDone(Clauses clauses, Trigger trigger) =>
        VerbOf(clauses, trigger) is { } verb ? StatusOf(clauses, verb) is false : _words.Done.TryMatch(clauses.Tail(trigger), 0, out _);

    /// <summary>資金調達を実施: the verb right behind a noun that is a trigger, too.</summary>
    private static Trigger? VerbOf(Clauses clauses, Trigger noun)
    {
        var at = clauses.Triggers.FindIndex(other => other.Start == noun.End && other.Kind == FinancingKind.RaiseObject);
        return at < 0 ? null : clauses.Triggers[at];
    }

    /// <summary>を獲得: whether what is gained is money, or is called so.</summary>
    private bool HasFunds(Clauses clauses, Trigger trigger)
    {
        var flat = clauses.Sentence.Flat;
        if (_words.Announcing.IsWhole(flat.AsSpan(trigger.Start, trigger.End - trigger.Start), out _))
        {
            // シリーズAの4000万ドルを公表: much else is announced.
            return clauses.HasSum(trigger.From, trigger.Start)
                && StageScanner.IsNamedRound(facts.RoundOf(clauses.Sentence.Folded[trigger.From..trigger.Start]));
        }

        if (vocabulary.InvestingFrom.TryMatch(flat, trigger.Start, out _))
        {
            return FundsBeforeObject(clauses, trigger);
        }

        // 3000億ウォン（約2億ドル）を獲得: a note between an amount and its verb is none of the clause.
        var before = flat.AsSpan(0, trigger.Start).TrimEnd().Length;
        return clauses.Monies.Exists(money =>
                money.End == before
                || (
                    money.End < trigger.Start
                    && money.Start >= trigger.From
                    && _words.Funds.TryMatchBefore(flat, trigger.Start, out _)
                    && !_words.NotFunds.Contains(flat.AsSpan(money.End, trigger.Start - money.End))
                )
            )
            || (
                _words.Funds.TryMatchBefore(flat, trigger.Start, out var funds)
                && funds.Length > 1
                && facts.HasStage(clauses.Sentence.Folded[trigger.From..trigger.End])
            )
            || facts.HasStage(clauses.Sentence.Folded[Math.Max(trigger.From, trigger.Start - StageName)..trigger.Start]);
    }

    /// <summary>4億ドルの融資枠をXから得た: the object stands before the giver.</summary>
    private bool FundsBeforeObject(Clauses clauses, Trigger trigger)
    {
        var flat = clauses.Sentence.Flat;
        for (var at = trigger.Start - 1; at > trigger.From; at--)
        {
            if (_words.Object.TryMatch(flat, at, out _))
            {
                return clauses.Monies.Exists(money => money.End == at) || _words.Funds.TryMatchBefore(flat, at, out _);
            }
        }

        return false;
    }

    private IEnumerable<Draft> Given(Clauses clauses, Trigger trigger, bool planned)
    {
        var sentence = clauses.Sentence;
        var shares = Shares(clauses, trigger);
        if (shares.Count > 1)
        {
            var giver = _subjects.Of(clauses, trigger with { Start = shares[0].Name.Start }, isReceiver: false);
            foreach (var (name, share) in shares)
            {
                yield return With(facts.Of(clauses, trigger, FinancingKind.Give, name, share, planned), giver);
            }

            yield break;
        }

        var (receivers, end) = Receivers(clauses, trigger);
        var givers = _subjects.Of(clauses, trigger with { Start = end }, isReceiver: false);
        if (givers.Count == 0 && end < trigger.Start)
        {
            // Yに対し、Xが出資: who gives may stand between the receiver and the verb.
            givers = _subjects
                .Of(clauses, trigger, isReceiver: false)
                .FindAll(giver => giver.Start > end && receivers.TrueForAll(name => !CompanyName.AreSame(name.Name, giver.Name)));
        }

        var sum = clauses.SumOf(trigger);
        if (receivers.Count == 0)
        {
            // XがN を出資: to the company that the entry is about.
            if (
                clauses.Company is not null
                && sum is not null
                && givers.Count > 0
                && givers.TrueForAll(giver => !CompanyName.AreSame(giver.Name, clauses.Company))
                && !HasTo(sentence, trigger)
            )
            {
                yield return With(facts.Of(clauses, trigger, FinancingKind.Give, null, sum, planned), givers);
            }

            yield break;
        }

        foreach (var receiver in receivers)
        {
            yield return With(facts.Of(clauses, trigger, FinancingKind.Give, receiver, receivers.Count > 1 ? null : sum, planned), givers);
        }
    }

    /// <summary>
    /// Yに(Nを)出資, Yへの出資, Yのシードラウンドに参加. Only a certain name can be a receiver: one may invest in a country or in research.
    /// </summary>
    private (List<FoundName> Names, int End) Receivers(Clauses clauses, Trigger trigger)
    {
        var sentence = clauses.Sentence;
        if (_words.To.TryMatch(sentence.Flat, trigger.Start, out _))
        {
            return (
                _subjects.Sure(_names.ListEnding(sentence, trigger.Start, trigger.From, byCommas: false), sentence, clauses.Company),
                trigger.Start
            );
        }

        for (var at = trigger.Start - 1; at > trigger.From; at--)
        {
            var isTo =
                (_words.To.TryMatch(sentence.Flat, at, out _) || _words.ToWhom.TryMatch(sentence.Flat, at, out _))
                && !Folding.IsHiragana(sentence.Flat[at - 1]);
            var isOf = _words.Possessive.TryMatch(sentence.Flat, at, out _) && trigger.Start - at <= RoundName;
            if (
                (isTo || isOf)
                && _subjects.Sure(_names.ListEnding(sentence, at, trigger.From, byCommas: false), sentence, clauses.Company)
                    is { Count: > 0 } names
            )
            {
                return (names, at);
            }

            // Yに対し、Xが出資: such a comma does not end the clause.
            if (_words.ClauseEnds.TryMatch(sentence.Flat, at, out _) && !_words.ToWhom.TryMatchBefore(sentence.Flat, at, out _))
            {
                break;
            }
        }

        return ([], trigger.Start);
    }

    private bool HasTo(Sentence sentence, Trigger trigger)
    {
        for (var at = trigger.From + 1; at < trigger.Start; at++)
        {
            if (_words.To.TryMatch(sentence.Flat, at, out _) && !Folding.IsHiragana(sentence.Flat[at - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<Draft> Listed(Clauses clauses, Trigger trigger, bool planned)
    {
        var tail = clauses.Tail(trigger);
        var done =
            _words.Done.TryMatch(tail, 0, out _)
            || _words.Floated.Contains(clauses.Sentence.Flat)
            || OpensWithListing(clauses.Sentence, trigger, tail);
        var subject = _subjects.Of(clauses, trigger, isReceiver: true).Select(name => (FoundName?)name).LastOrDefault();

        // 上場を目指し、5億円を調達: a plan beside money that is raised is told in passing, in a headline too.
        var raises = clauses.Triggers.Exists(other =>
            other.Kind is FinancingKind.Raise or FinancingKind.RaiseObject
            && other.Start > trigger.End
            && StatusOf(clauses, other) is false
            && clauses.HasSum(other.From, other.Start)
        );
        var isTold =
            (clauses.Sentence.IsHead && !raises)
            || clauses.HasSum(trigger.From, trigger.To)
            || clauses.ValuationIn(trigger.From, trigger.To) is not null;
        if ((planned || done) && (subject is not null || clauses.Company is not null))
        {
            var draft = facts.Of(clauses, trigger, FinancingKind.List, subject, clauses.SumOf(trigger), planned);
            draft.IsAside = planned && !isTold;
            yield return draft;
        }
    }

    /// <summary>X、東証に上場: an opening that ends in the noun states a completed event.</summary>
    private bool OpensWithListing(Sentence sentence, Trigger trigger, ReadOnlySpan<char> tail) =>
        (sentence.IsHead || sentence.Start == 0)
        && (tail.TrimStart() is [] or [':' or '：' or '。' or '、', ..])
        && _words.Exchanges.TryMatchBefore(
            sentence.Flat,
            _words.To.TryMatchBefore(sentence.Flat, trigger.Start, out var to) ? to.Start : trigger.Start,
            out _
        );

    private static Draft With(Draft draft, List<FoundName> investors)
    {
        draft.Investors.AddRange(
            investors.Select(investor => investor.Name).Where(name => draft.Company is null || !CompanyName.AreSame(name, draft.Company))
        );
        return draft;
    }
}
