using Bot.Briefings.Reading;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>A sentence with what was found in it: its verbs of financing, its amounts and what each amount is.</summary>
/// <param name="Company">Whom the sentence speaks of if it does not say; null if nothing before says.</param>
internal sealed record Clauses(
    Sentence Sentence,
    List<Trigger> Triggers,
    List<MoneyHit> Monies,
    Vocabulary.AmountRole?[] Roles,
    string? Company
)
{
    /// <summary>Amounts of a part of the sentence that may be the money of a financing.</summary>
    public IEnumerable<MoneyHit> Sums(int from, int to) =>
        Monies.Where(
            (money, i) =>
                money.Start >= from
                && money.Start < to
                && Roles[i] is not (Vocabulary.AmountRole.Valuation or Vocabulary.AmountRole.Ignored)
        );

    public bool HasSum(int from, int to) => Sums(from, to).Any();

    /// <summary>
    /// The amount a verb speaks of: in English the first behind it, else the last before it; where verbs stand last the other way round.
    /// </summary>
    public MoneyHit? SumOf(Trigger trigger)
    {
        var before = Sums(trigger.From, trigger.Start).Select(money => (MoneyHit?)money).ToList();
        var behind = Sums(trigger.End, trigger.To).Select(money => (MoneyHit?)money).ToList();
        return Sentence.Tongue is Tongue.English
            ? behind.FirstOrDefault() ?? before.LastOrDefault()
            : before.LastOrDefault() ?? behind.FirstOrDefault();
    }

    /// <summary>The only amount of the sentence, if a word says that it is one of a deal: 交易金额超过20亿美元.</summary>
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

    /// <summary>Text behind a verb up to the next one.</summary>
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
