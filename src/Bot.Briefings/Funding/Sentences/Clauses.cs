using Bot.Briefings.Reading;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>A sentence with what was found in it: its financing verbs, its amounts and the role of each amount.</summary>
/// <param name="Company">The company that the sentence is about if it names none; null if nothing before names one.</param>
internal sealed record Clauses(
    Sentence Sentence,
    List<Trigger> Triggers,
    List<MoneyHit> Monies,
    Vocabulary.AmountRole?[] Roles,
    string? Company
)
{
    /// <summary>Amounts in part of the sentence that may be the money of a financing.</summary>
    public IEnumerable<MoneyHit> Sums(int from, int to) => Monies.Where((_, i) => IsSum(i, from, to));

    public bool HasSum(int from, int to) => FirstSum(from, to) is not null;

    /// <summary>
    /// The amount that a verb refers to: in English the first after it, or else the last before it; in languages with final verbs the
    /// reverse.
    /// </summary>
    public MoneyHit? SumOf(Trigger trigger) =>
        Sentence.Tongue is Tongue.English
            ? FirstSum(trigger.End, trigger.To) ?? LastSum(trigger.From, trigger.Start)
            : LastSum(trigger.From, trigger.Start) ?? FirstSum(trigger.End, trigger.To);

    public MoneyHit? FirstSum(int from, int to)
    {
        for (var i = 0; i < Monies.Count; i++)
        {
            if (IsSum(i, from, to))
            {
                return Monies[i];
            }
        }

        return null;
    }

    public MoneyHit? LastSum(int from, int to)
    {
        for (var i = Monies.Count - 1; i >= 0; i--)
        {
            if (IsSum(i, from, to))
            {
                return Monies[i];
            }
        }

        return null;
    }

    private bool IsSum(int index, int from, int to) =>
        Monies[index].Start >= from
        && Monies[index].Start < to
        && Roles[index] is not (Vocabulary.AmountRole.Valuation or Vocabulary.AmountRole.Ignored);

    /// <summary>The sentence's only amount, if a word says that it is a deal's: 交易金额超过20亿美元.</summary>
    public MoneyHit? Price() => Monies.Count == 1 && Roles[0] == Vocabulary.AmountRole.Amount ? Monies[0] : null;

    public MoneyHit? ValuationIn(int from, int to)
    {
        for (var i = 0; i < Monies.Count; i++)
        {
            if (Roles[i] == Vocabulary.AmountRole.Valuation && Monies[i].Start >= from && Monies[i].Start < to)
            {
                return Monies[i];
            }
        }

        return null;
    }

    /// <summary>The text after a verb up to the next one.</summary>
    public ReadOnlySpan<char> Tail(Trigger trigger)
    {
        var next = Sentence.Flat.Length;
        foreach (var other in Triggers)
        {
            if (other.Start >= trigger.End)
            {
                next = other.Start;
                break;
            }
        }

        return Sentence.Flat.AsSpan(trigger.End, next - trigger.End);
    }
}
