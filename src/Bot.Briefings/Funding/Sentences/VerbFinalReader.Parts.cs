using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <content>One verb with several amounts: of several companies, instruments or receivers.</content>
internal sealed partial class VerbFinalReader
{
    /// <summary>AがN、BがMを調達: each with its own amount right after its particle.</summary>
    private List<(FoundName Name, MoneyHit Sum)> Pairs(Clauses clauses, Trigger trigger)
    {
        var pairs = new List<(FoundName, MoneyHit)>();
        var floor = 0;
        foreach (var sum in clauses.Sums(trigger.From, trigger.Start))
        {
            var from = floor;
            floor = sum.End;
            if (
                TopicBefore(clauses.Sentence, sum.Start, from) is { } particle
                && _names.Ending(clauses.Sentence, particle, trigger.From) is { } name
            )
            {
                pairs.Add((name, sum));
            }
        }

        return pairs;
    }

    /// <summary>Xが, XがシリーズBで: where the particle starts before an amount, with at most a round's name between; null if there is none.</summary>
    private int? TopicBefore(Sentence sentence, int sum, int floor)
    {
        for (var at = sum; at > floor && sum - at <= RoundPhrase; at--)
        {
            if (_words.ClauseEnds.TryMatchBefore(sentence.Flat, at, out _))
            {
                return null;
            }

            if (
                _words.Topic.TryMatchBefore(sentence.Flat, at, out var particle)
                && particle.Start > 0
                // Xが率いたシリーズAのN: who gives has no amount of its own.
                && !vocabulary.InvestingBefore.TryMatch(sentence.Flat, particle.Start, out _)
                && !Folding.IsHiragana(sentence.Flat[particle.Start - 1])
            )
            {
                return particle.Start;
            }
        }

        return null;
    }

    /// <summary>AがシリーズBでN、Bが転換社債でMを確保: each with its own stage.</summary>
    private string? StageOf(Sentence sentence, List<(FoundName Name, MoneyHit Sum)> pairs, int index, int to) =>
        facts.RoundOf(sentence.Folded[pairs[index].Name.Start..to]);

    /// <summary>
    /// 転換社債5億円と融資枠4億円, 5億円のシリーズBと4億円のデット: each amount with a word for what it is, all before or all behind, and not all the
    /// same.
    /// </summary>
    private List<Instrument> Instruments(Clauses clauses, Trigger trigger)
    {
        var sums = clauses.Sums(trigger.From, trigger.Start).ToList();
        return sums.Count < 2 ? []
            : ByGivers(clauses.Sentence, trigger, sums) is { Count: > 0 } loans ? loans
            : Behind(clauses.Sentence, trigger, sums) is { Count: > 0 } behind ? behind
            : Before(clauses.Sentence, trigger, sums);
    }

    /// <summary>X銀行から5億円、Y信用金庫から2億円の融資: what each lent is a loan of its own; shares of a round are none.</summary>
    private List<Instrument> ByGivers(Sentence sentence, Trigger trigger, List<MoneyHit> sums)
    {
        var stage = facts.RoundOf(sentence.Folded[trigger.From..Math.Min(trigger.End, sentence.Folded.Length)]);
        if (
            stage is not ("debt" or "grant")
            || !sums.TrueForAll(sum => vocabulary.InvestingFrom.TryMatchBefore(sentence.Flat, sum.Start, out _))
        )
        {
            return [];
        }

        var parts = new List<Instrument>();
        var from = trigger.From;
        foreach (var sum in sums)
        {
            parts.Add(new(stage, sum, from, sum.End));
            from = sum.End;
        }

        return parts;
    }

    private List<Instrument> Before(Sentence sentence, Trigger trigger, List<MoneyHit> sums)
    {
        var parts = new List<Instrument>();
        var from = trigger.From;
        foreach (var sum in sums)
        {
            var start = Math.Max(from, sum.Start - InstrumentName);
            if (facts.RoundOf(sentence.Flat[start..sum.Start]) is not { } stage)
            {
                return [];
            }

            parts.Add(new(stage, sum, from, sum.End));
            from = sum.End;
        }

        return Instrument.AreApart(parts) ? parts : [];
    }

    private List<Instrument> Behind(Sentence sentence, Trigger trigger, List<MoneyHit> sums)
    {
        var parts = new List<Instrument>();
        for (var i = 0; i < sums.Count; i++)
        {
            var end = i + 1 < sums.Count ? sums[i + 1].Start : trigger.Start;
            if (
                !_words.Possessive.TryMatch(sentence.Flat, sums[i].End, out _)
                || facts.RoundOf(sentence.Flat[sums[i].End..end]) is not { } stage
            )
            {
                return [];
            }

            parts.Add(new(stage, sums[i], i == 0 ? trigger.From : sums[i].Start, end));
        }

        return Instrument.AreApart(parts) ? parts : [];
    }

    /// <summary>YにN、ZにMを投資: each with what it gets.</summary>
    public List<(FoundName Name, MoneyHit Sum)> Shares(Clauses clauses, Trigger trigger)
    {
        var shares = new List<(FoundName, MoneyHit)>();
        foreach (var sum in clauses.Sums(trigger.From, trigger.Start))
        {
            if (
                (
                    _words.To.TryMatchBefore(clauses.Sentence.Flat, sum.Start, out var to)
                    || _words.ToWhom.TryMatchBefore(clauses.Sentence.Flat, sum.Start, out to)
                )
                && _names.Ending(clauses.Sentence, to.Start, trigger.From) is { } name
                && _subjects.Sure([name], clauses.Sentence).Count > 0
            )
            {
                shares.Add((name, sum));
            }
        }

        return shares;
    }
}
