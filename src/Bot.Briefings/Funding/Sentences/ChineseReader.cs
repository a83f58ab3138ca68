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
        if (at >= 0 && drafts.FindIndex(at, draft => draft is { Kind: FinancingKind.Raise, IsNamed: false }) is > 0 and var proceeds)
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
            var planned = _words.Planned.Contains(sentence.Flat.AsSpan(trigger.From, trigger.End - trigger.From));
            switch (trigger.Kind)
            {
                case FinancingKind.Raise:
                case FinancingKind.RaiseObject
                    when !_words.Toward.TryMatch(sentence.Flat, trigger.End, out _)
                        && (
                            clauses.SumOf(trigger) is not null
                            || facts.HasStage(sentence.Folded[trigger.End..trigger.To])
                            || sentence.Says(SentenceWords.RoundTalk, _words)
                        )
                        && _words.Funds.Contains(sentence.Flat.AsSpan(trigger.End, trigger.To - trigger.End)):
                    var subject = Subject(sentence, trigger);
                    var raised = facts.Of(
                        clauses,
                        trigger,
                        FinancingKind.Raise,
                        subject,
                        clauses.SumOf(trigger),
                        planned,
                        isPlain: !planned && subject is not null && _words.Rounds.Contains(sentence.Flat)
                    );
                    raised.Investors.AddRange(Givers(clauses, trigger));
                    yield return raised;
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

    /// <summary>获X、Y等10亿元融资: those between the verb and its amount.</summary>
    private IEnumerable<string> Givers(Clauses clauses, Trigger trigger)
    {
        var sentence = clauses.Sentence;
        if (clauses.SumOf(trigger) is not { } sum || _words.GainsFrom.FindAll(sentence.Flat.AsSpan(0, sum.Start)) is not [.., var gain])
        {
            return [];
        }

        var end = sum.Start;
        for (var at = gain.End + 1; at < sum.Start; at++)
        {
            if (vocabulary.AndOthers.TryMatch(sentence.Flat, at, out _) || _words.Leading.TryMatch(sentence.Flat, at, out _))
            {
                end = at;
                break;
            }
        }

        return _names.ListEnding(sentence, end, gain.End).Select(name => name.Name);
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

        return clauses.SumOf(trigger) is null || clauses.SumOf(trigger)!.Value.Start > trigger.End ? Object(sentence, trigger.End) : null;
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
        var cursor = new Cursor(sentence.Flat, end);
        cursor.SkipSpacesBack();
        while (cursor.At > 1 && (sentence.IsHead || cursor.Peek(-1) != ':') && cursor.TrySkipBack(_words.SubjectEnds, out _))
        {
            cursor.SkipSpacesBack();
        }

        return cursor.At;
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
