using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>Financings in a Chinese sentence: the subject precedes the verb, what is bought follows it.</summary>
internal sealed class ChineseReader(Vocabulary vocabulary, DraftFacts facts)
{
    private readonly FinancingWords _words = vocabulary.Financing;
    private readonly NameReader _names = new(vocabulary);

    public IEnumerable<Draft> Read(Clauses clauses)
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
                        && clauses.SumOf(trigger) is not null
                        && _words.Funds.Contains(sentence.Flat.AsSpan(trigger.End, trigger.To - trigger.End)):
                    yield return facts.Of(
                        clauses,
                        trigger,
                        FinancingKind.Raise,
                        Subject(sentence, trigger),
                        clauses.SumOf(trigger),
                        planned
                    );
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
            && !char.IsAsciiDigit(sentence.Flat[end])
            && !_words.Triggers.TryMatch(sentence.Flat, end, out _)
        )
        {
            end++;
        }

        return _names.Starting(sentence, at, sentence.Flat.Length) ?? _names.Ending(sentence, end, at);
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
