using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>
/// Reads running prose that states a financing: the first amount that no word makes a valuation, a total to date or a
/// revenue is the amount.
/// </summary>
internal sealed class AmountProse(Vocabulary vocabulary, MoneyScanner monies)
{
    private readonly AmountWords _words = new(vocabulary);

    public AmountCell Read(string plain)
    {
        var folded = Folding.Fold(plain);
        Money? amount = null, said = null, valuation = null;
        var hits = monies.FindAll(folded);
        for (var i = 0; i < hits.Count; i++)
        {
            var money = hits[i].ToMoney(AmountWords.Raw(plain, folded, hits[i].Start, hits[i].End));
            switch (Role(folded, hits, i))
            {
                case Vocabulary.AmountRole.Ignored:
                    break;
                case Vocabulary.AmountRole.Valuation:
                    valuation ??= money;
                    break;
                default:
                    amount ??= money;
                    said ??= _words.IsSaid(folded, hits, i) ? money : null;
                    break;
            }
        }

        amount = said ?? amount;
        var undisclosed = amount is null && _words.Undisclosed(folded, hits, FieldRole.Amount) == FieldRole.Amount;
        return new AmountCell(amount, valuation, undisclosed, null, false);
    }

    /// <summary>In prose only the clause around an amount speaks about it.</summary>
    private Vocabulary.AmountRole? Role(string text, List<MoneyHit> hits, int index)
    {
        const string Clause = "。;!?\n";
        const int Near = 6;
        var hit = hits[index];
        var from = index == 0 ? 0 : hits[index - 1].End;
        from += text.AsSpan(from, hit.Start - from).LastIndexOfAny(Clause) + 1;
        from += text.AsSpan(from, hit.Start - from).LastIndexOf(". ") + 1;
        return _words.Beside(text, hits, index, from, "。、;,()\n", Near);
    }
}
