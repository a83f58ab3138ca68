using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>
/// Sales in a Japanese sentence, told of the company that is sold: X、Yに9億ドルで身売り; X、Yの傘下へ; Xが子会社ZのYへの譲渡を完了. Without a named buyer there is
/// none, because much else is sold.
/// </summary>
internal sealed class VerbFinalSales(Vocabulary vocabulary, DraftFacts facts, VerbFinalSubjects subjects)
{
    private readonly FinancingWords _words = vocabulary.Financing;
    private readonly NameReader _names = new(vocabulary);

    public IEnumerable<Draft> Sold(Clauses clauses, Trigger trigger, bool planned)
    {
        var sentence = clauses.Sentence;
        if (sentence.Tongue != Tongue.Japanese || Buyer(sentence, trigger) is not var (buyer, at))
        {
            yield break;
        }

        FoundName? sold = null;
        if (ObjectBefore(sentence, trigger) is { } end)
        {
            sold = _names.Ending(sentence, end, trigger.From);
            if (sold is null && !_words.Itself.TryMatchBefore(sentence.Flat, end, out _))
            {
                yield break;
            }
        }
        else if (buyer.Start > 1 && _words.Possessive.TryMatchBefore(sentence.Flat, buyer.Start, out var of))
        {
            // ZのYへの譲渡
            sold = _names.Ending(sentence, of.Start, trigger.From);
        }

        sold ??= subjects.Of(clauses, trigger with { Start = at }, isReceiver: true).Select(name => (FoundName?)name).LastOrDefault();
        if (
            (sold?.Name ?? clauses.Company) is { } company
            && !CompanyName.AreSame(company, buyer.Name)
            && (sold is not { } word || !word.Name.Any(char.IsAsciiDigit))
        )
        {
            var draft = facts.Of(clauses, trigger, FinancingKind.Buy, sold, clauses.SumOf(trigger), planned);
            draft.Investors.Add(buyer.Name);
            yield return draft;
        }
    }

    /// <summary>Yに(Nで)売却, Yへの譲渡: who buys, and where the particle starts.</summary>
    private (FoundName Name, int At)? Buyer(Sentence sentence, Trigger trigger)
    {
        for (
            var at = trigger.Start;
            at > trigger.From && (at == trigger.Start || !_words.ClauseEnds.TryMatch(sentence.Flat, at, out _));
            at--
        )
        {
            if (
                (
                    _words.To.TryMatch(sentence.Flat, at, out _)
                    // Yの傘下へ
                    || (at == trigger.Start && _words.Possessive.TryMatch(sentence.Flat, at, out _))
                )
                && !Folding.IsHiragana(sentence.Flat[at - 1])
                && _names.Ending(sentence, at, trigger.From) is { } name
            )
            {
                return (name, at);
            }
        }

        return null;
    }

    /// <summary>Where the particle of the object starts in the verb's clause; null if it has none.</summary>
    private int? ObjectBefore(Sentence sentence, Trigger trigger)
    {
        for (var at = Math.Min(trigger.Start + 1, sentence.Flat.Length - 1); at > trigger.From; at--)
        {
            if (_words.Object.TryMatch(sentence.Flat, at, out _))
            {
                return at;
            }

            if (at < trigger.Start && _words.ClauseEnds.TryMatch(sentence.Flat, at, out _))
            {
                return null;
            }
        }

        return null;
    }
}
