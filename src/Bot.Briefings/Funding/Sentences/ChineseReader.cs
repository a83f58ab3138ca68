using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>Financings in a Chinese sentence: the subject precedes the verb, what is bought follows it.</summary>
internal sealed class ChineseReader(Vocabulary vocabulary, DraftFacts facts)
{
    private readonly FinancingWords _words = vocabulary.Financing;
    private readonly NameReader _names = new(vocabulary);

    /// <summary>What a sentence states. 拟上市，募资150亿元: proceeds without a subject of their own are the listing's.</summary>
    public IEnumerable<Draft> Read(Clauses clauses)
    {
        var drafts = Stated(clauses).ToList();
        var at = drafts.FindIndex(draft => draft is { Kind: FinancingKind.List, Amount: null });
        if (
            at >= 0
            && drafts.FindIndex(
                at,
                draft => draft is { Kind: FinancingKind.Raise, Stage: null } && (!draft.IsNamed || draft.Company == drafts[at].Company)
            )
                is > 0
                    and var proceeds
        )
        {
            drafts[at].Amount = drafts[proceeds].Amount;
            drafts[at].Valuation ??= drafts[proceeds].Valuation;
            drafts.RemoveAt(proceeds);
        }

        return drafts;
    }

    private IEnumerable<Draft> Stated(Clauses clauses)
    {
        foreach (var trigger in clauses.Triggers)
        {
            var sentence = clauses.Sentence;
            var planned = IsPlan(sentence, trigger);
            switch (trigger.Kind)
            {
                case FinancingKind.Raise when IsOfFund(sentence, trigger):
                    break;
                case FinancingKind.Give when Gained(sentence, trigger) is { } gain:
                    // 获X2000万元独家投资: what is given, told of who gains it.
                    var gained = facts.Of(
                        clauses,
                        trigger,
                        FinancingKind.Raise,
                        Subject(sentence, trigger with { Start = gain.Start }),
                        clauses.SumOf(trigger),
                        planned,
                        isPlain: !planned
                    );
                    gained.Investors.AddRange(
                        Givers(sentence, gain.End, clauses.SumOf(trigger)?.Start ?? NameEnd(sentence, trigger.Start))
                    );
                    yield return gained;
                    break;
                case FinancingKind.Raise:
                case FinancingKind.RaiseObject
                    when !_words.Toward.TryMatch(sentence.Flat, trigger.End, out _)
                        && (
                            clauses.SumOf(trigger) is not null
                            || facts.HasStage(sentence.Folded[trigger.End..trigger.To])
                            || sentence.Says(SentenceWords.RoundTalk, _words)
                        )
                        && _words.Funds.Contains(sentence.Flat.AsSpan(trigger.End, trigger.To - trigger.End))
                        && !IsOfFund(sentence, trigger):
                    var subject = Subject(sentence, trigger);
                    var raised = facts.Of(
                        clauses,
                        trigger,
                        FinancingKind.Raise,
                        subject,
                        clauses.SumOf(trigger),
                        planned,
                        isPlain: subject is not null
                            && (planned ? clauses.ValuationIn(0, sentence.Flat.Length) is not null : _words.Rounds.Contains(sentence.Flat))
                    );
                    raised.Investors.AddRange(Givers(clauses, trigger));
                    yield return raised;
                    break;
                case FinancingKind.Give when IsProvision(clauses, trigger):
                    break;
                case FinancingKind.Give
                    when Receiver(clauses, trigger) is { } receiver
                        && Subject(sentence, trigger) is { } giver
                        && giver.Name != receiver.Name:
                    yield return With(
                        facts.Of(clauses, trigger, FinancingKind.Give, receiver, clauses.SumOf(trigger), planned),
                        giver.Name
                    );
                    break;
                case FinancingKind.Buy when BoughtBy(sentence, trigger) is { } passive:
                    yield return With(
                        facts.Of(clauses, trigger, FinancingKind.Buy, passive.Bought, clauses.SumOf(trigger), planned),
                        passive.Buyer
                    );
                    break;
                case FinancingKind.Buy
                    when Object(sentence, trigger.End) is { } bought
                        && (Subject(sentence, trigger)?.Name ?? clauses.Company) is { } buyer
                        && buyer != bought.Name:
                    yield return With(facts.Of(clauses, trigger, FinancingKind.Buy, bought, clauses.SumOf(trigger), planned), buyer);
                    break;
                case FinancingKind.List when Subject(sentence, trigger) is not null || clauses.Company is not null:
                    // 上市申请: the plan may stand in the word or behind it.
                    planned |= _words.Planned.TryMatch(sentence.Flat, trigger.End, out _);
                    if (_words.Floated.Contains(sentence.Flat) || planned)
                    {
                        yield return facts.Of(
                            clauses,
                            trigger,
                            FinancingKind.List,
                            Subject(sentence, trigger),
                            clauses.SumOf(trigger),
                            planned
                        );
                    }

                    break;
            }
        }
    }

    /// <summary>Whether a word before the verb makes it a plan; 入选研发计划，获: one that ends a clause is a noun.</summary>
    private bool IsPlan(Sentence sentence, Trigger trigger) =>
        _words
            .Planned.FindAll(sentence.Flat.AsSpan(0, trigger.End))
            .Exists(word =>
                word.Start >= trigger.From && !(word.End < trigger.Start && _words.ClauseEnds.TryMatch(sentence.Flat, word.End, out _))
            );

    /// <summary>提供检索工具: such a verb gives money only where an amount follows it.</summary>
    private bool IsProvision(Clauses clauses, Trigger trigger) =>
        _words.Awarding.IsWhole(clauses.Sentence.Flat.AsSpan(trigger.Start, trigger.End - trigger.Start), out _)
        && !(clauses.FirstSum(trigger.End, trigger.To) is { } sum && sum.Start - trigger.End <= 1);

    /// <summary>获X、Y等10亿元融资: those between the verb and its amount.</summary>
    private IEnumerable<string> Givers(Clauses clauses, Trigger trigger)
    {
        var sentence = clauses.Sentence;
        return clauses.SumOf(trigger) is { } sum && _words.GainsFrom.FindAll(sentence.Flat.AsSpan(0, sum.Start)) is [.., var gain]
            ? Givers(sentence, gain.End, sum.Start)
            : [];
    }

    /// <summary>The word for gaining in the verb's clause, with somebody named behind it.</summary>
    private Lexicon<bool>.Hit? Gained(Sentence sentence, Trigger trigger)
    {
        var from = ClauseStart(sentence, trigger.Start);
        foreach (var gain in _words.GainsFrom.FindAll(sentence.Flat.AsSpan(0, trigger.Start)))
        {
            if (gain.Start >= from && gain.End < trigger.Start)
            {
                return gain;
            }
        }

        return null;
    }

    /// <summary>完成第三期人民币基金募集: an investor's own fund; a fund that leads a round is none.</summary>
    private bool IsOfFund(Sentence sentence, Trigger trigger) =>
        _words
            .FundClosings.FindAll(sentence.Flat.AsSpan(0, trigger.To))
            .Exists(fund =>
                fund.Start >= ClauseStart(sentence, trigger.Start)
                && !_words.Leading.TryMatch(sentence.Flat, fund.End, out _)
                && !_words.Toward.TryMatch(sentence.Flat, fund.End, out _)
                && !_words.GainsFrom.Contains(
                    sentence.Flat.AsSpan(ClauseStart(sentence, trigger.Start), fund.Start - ClauseStart(sentence, trigger.Start))
                )
            );

    private IEnumerable<string> Givers(Sentence sentence, int from, int limit)
    {
        var end = limit;
        for (var at = from + 1; at < limit; at++)
        {
            if (vocabulary.AndOthers.TryMatch(sentence.Flat, at, out _) || _words.Leading.TryMatch(sentence.Flat, at, out _))
            {
                end = at;
                break;
            }
        }

        return _names.ListEnding(sentence, end, from).Select(name => name.Name);
    }

    /// <summary>Y被X以20亿美元收购.</summary>
    private (FoundName? Bought, string Buyer)? BoughtBy(Sentence sentence, Trigger trigger)
    {
        for (var at = trigger.From; at < trigger.Start; at++)
        {
            if (_words.Acquired.TryMatch(sentence.Flat, at, out var by) && Object(sentence, by.End) is { } buyer)
            {
                return (_names.Ending(sentence, at, ClauseStart(sentence, at)), buyer.Name);
            }
        }

        return null;
    }

    /// <summary>X向Y投资: the name after 向, or else the one after the verb.</summary>
    private FoundName? Receiver(Clauses clauses, Trigger trigger)
    {
        var sentence = clauses.Sentence;
        for (var at = trigger.Start - 1; at >= trigger.From; at--)
        {
            if (_words.Toward.TryMatch(sentence.Flat, at, out var toward))
            {
                return Object(sentence, toward.End) ?? _names.Ending(sentence, trigger.Start, toward.End);
            }
        }

        // 以4000万美元受让Y: what is paid may stand before the verb.
        return
            clauses.SumOf(trigger) is not { } sum
            || sum.Start > trigger.End
            || _words.Paying.TryMatchBefore(sentence.Flat, sum.Start, out _)
            ? Object(sentence, trigger.End)
            : null;
    }

    /// <summary>A Latin or quoted name right after a position, or the last name before the next comma.</summary>
    private FoundName? Object(Sentence sentence, int at)
    {
        var end = at;
        while (
            end < sentence.Flat.Length
            && !_words.ClauseEnds.TryMatch(sentence.Flat, end, out _)
            && sentence.Flat[end] is not (':' or '：')
            && !char.IsAsciiDigit(sentence.Flat[end])
            && !_words.Triggers.TryMatch(sentence.Flat, end, out _)
        )
        {
            end++;
        }

        // 收购AR光波导企业“X”: what the company is may be in Latin letters; quotation marks set its name apart.
        var last = _names.Ending(sentence, end, at);
        if (last is { } quoted && end > 0 && sentence.Text[end - 1] is '”' or '」' or '》' or '"' && quoted.Start > at)
        {
            return last;
        }

        return _names.Starting(sentence, at, sentence.Flat.Length) ?? last;
    }

    /// <summary>The last name before the verb that ends a clause or precedes a word that follows subjects, and is not a giver.</summary>
    private FoundName? Subject(Sentence sentence, Trigger trigger)
    {
        for (var at = trigger.Start; at > 0; at--)
        {
            // A colon ends the subject of a headline; in a text it ends a label.
            if (
                (
                    at == trigger.Start
                    || (_words.SubjectEnds.TryMatch(sentence.Flat, at, out _) && (sentence.IsHead || sentence.Flat[at] != ':'))
                )
                && _names.ListEnding(sentence, NameEnd(sentence, at), ClauseStart(sentence, at)) is [.., var name] names
                && !_words.Joining.TryMatchBefore(sentence.Flat, names[0].Start, out _)
                && !_words.Leading.TryMatch(sentence.Flat, at, out _)
                && !_words.SubjectEnds.TryMatch(sentence.Flat, name.Start, out _)
            )
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Excludes words between a subject and its verb: 宣布完成.</summary>
    private int NameEnd(Sentence sentence, int end)
    {
        var cursor = new Cursor(sentence.Flat, RoundStart(sentence.Flat, end));
        cursor.SkipSpacesBack();
        while (cursor.At > 1 && (sentence.IsHead || cursor.Peek(-1) != ':') && cursor.TrySkipBack(_words.SubjectEnds, out _))
        {
            cursor.SkipSpacesBack();
        }

        return cursor.At;
    }

    /// <summary>XB轮融资, X天使轮融资: where the round's name starts that ends at a position; the position if there is none.</summary>
    private int RoundStart(string flat, int end)
    {
        const int LongestRound = 8;
        for (var length = LongestRound; length > 1; length--)
        {
            if (
                end - length > 0
                && vocabulary.SeriesSuffixes.TryMatchBefore(flat, end, out _)
                && facts.RoundOf(flat[(end - length)..end]) is not null
                && facts.RoundOf(flat[(end - length + 1)..end]) is null
            )
            {
                return vocabulary.PreSeries.TryMatchBefore(flat, end - length, out var pre) ? pre.Start : end - length;
            }
        }

        return end;
    }

    private int ClauseStart(Sentence sentence, int end)
    {
        for (var at = end - 1; at > 0; at--)
        {
            if (_words.ClauseEnds.TryMatch(sentence.Flat, at, out var comma) && comma.End <= end)
            {
                return comma.End;
            }
        }

        return 0;
    }

    private static Draft With(Draft draft, string investor)
    {
        draft.Investors.Add(investor);
        return draft;
    }
}
