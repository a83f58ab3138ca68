using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <content>One verb with several amounts: of several companies, instruments or receivers.</content>
internal sealed partial class VerbFinalReader
{
    /// <summary>AがN、BがMを調達: each with its own amount right after its particle.</summary>
    private List<(FoundName Name, MoneyHit Sum)> Pairs(Clauses clauses, Trigger trigger)
    {
        var pairs = new List<(FoundName, MoneyHit)>();
        foreach (var sum in clauses.Sums(trigger.From, trigger.Start))
        {
            if (
                TopicBefore(clauses.Sentence, sum.Start) is { } particle
                && _names.Ending(clauses.Sentence, particle, trigger.From) is { } name
            )
            {
                pairs.Add((name, sum));
            }
        }

        return pairs;
    }

    /// <summary>Xが, XがシリーズBで: where the particle starts before an amount, with at most a round's name between; null if there is none.</summary>
    private int? TopicBefore(Sentence sentence, int sum)
    {
        for (var at = sum; at > 0 && sum - at <= RoundPhrase; at--)
        {
            if (_words.ClauseEnds.TryMatchBefore(sentence.Flat, at, out _))
            {
                return null;
            }

            if (
                _words.Topic.TryMatchBefore(sentence.Flat, at, out var particle)
                && particle.Start > 0
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

    /// <summary>転換社債5億円と融資枠4億円: each amount right behind a word for what it is, and not all the same.</summary>
    private List<(string Stage, MoneyHit Sum)> Instruments(Clauses clauses, Trigger trigger)
    {
        var parts = new List<(string Stage, MoneyHit Sum)>();
        var from = trigger.From;
        foreach (var sum in clauses.Sums(trigger.From, trigger.Start))
        {
            if (facts.RoundOf(clauses.Sentence.Flat[Math.Max(from, sum.Start - StageName)..sum.Start]) is not { } stage)
            {
                return [];
            }

            parts.Add((stage, sum));
            from = sum.End;
        }

        return parts.DistinctBy(part => part.Stage).Count() == parts.Count ? parts : [];
    }

    /// <summary>YにN、ZにMを投資: each with what it gets.</summary>
    private List<(FoundName Name, MoneyHit Sum)> Shares(Clauses clauses, Trigger trigger)
    {
        var shares = new List<(FoundName, MoneyHit)>();
        foreach (var sum in clauses.Sums(trigger.From, trigger.Start))
        {
            if (
                _words.To.TryMatchBefore(clauses.Sentence.Flat, sum.Start, out var to)
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
