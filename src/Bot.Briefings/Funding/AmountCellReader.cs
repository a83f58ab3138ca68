using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>
/// Reads amount cells: 200億ドル / 2300億ドル, 8000万ドル（評価額33億ドル）, $140 million (Series A) / $900 million, $50M at a $900M valuation,
/// 非公開（評価額10億ドル）.
/// </summary>
internal sealed class AmountCellReader(Vocabulary vocabulary, MoneyScanner monies, StageScanner stages)
{
    private readonly AmountWords _words = new(vocabulary);

    public AmountCell Read(string plain, AmountHeader header)
    {
        var folded = Folding.Fold(plain);
        if (IsNothing(folded))
        {
            return new AmountCell(null, null, false, null, false);
        }

        Money? amount = null,
            valuation = null;
        var undisclosed = false;
        var slot = 0;
        var parts = Parts(folded).ToList();
        foreach (var (start, length) in parts)
        {
            var part = folded.Substring(start, length);
            var role =
                parts.Count == 1 && header.Slots.Contains(FieldRole.Amount) ? FieldRole.Amount
                : slot < header.Slots.Count ? header.Slots[slot]
                : header.Slots is [FieldRole.Valuation] && amount is null ? FieldRole.Amount
                : FieldRole.Valuation;
            var hits = monies.FindAll(part, header.Defaults);
            var saysUndisclosed = _words.Undisclosed(part, hits, role);
            if (hits.Count == 0 && saysUndisclosed is null && !IsNothing(part) && stages.InCell(part) is not null)
            {
                // The stage has its own part, which takes no slot.
                continue;
            }

            slot++;
            undisclosed |= saysUndisclosed == FieldRole.Amount;
            var estimated = saysUndisclosed == FieldRole.Amount && hits.Count > 0 && IsEstimate(part, hits[0]);
            for (var i = 0; i < hits.Count; i++)
            {
                var hit = hits[i];
                var said = Role(part, hits, i);
                var money = hit.ToMoney(AmountWords.Raw(plain, folded, start + hit.Start, start + hit.End));
                switch (said)
                {
                    case Vocabulary.AmountRole.Ignored:
                    case null or Vocabulary.AmountRole.Amount when estimated:
                        break;
                    case Vocabulary.AmountRole.Valuation:
                        valuation ??= money;
                        break;
                    case null when i > 0 || (role == FieldRole.Amount && amount is not null):
                        if (
                            header.NamesValuation
                            && amount is not null
                            && valuation is null
                            && amount.Currency == hit.Currency
                            && !IsAdded(part, hits, i)
                        )
                        {
                            valuation = money;
                        }

                        break;
                    case null when role == FieldRole.Valuation:
                        valuation ??= money;
                        break;
                    default:
                        amount ??= money;
                        break;
                }
            }
        }

        undisclosed &= amount is null;
        return new AmountCell(
            amount,
            valuation,
            undisclosed,
            stages.InCell(folded),
            amount is null && valuation is null && !undisclosed && HasWords(folded)
        );
    }

    private Vocabulary.AmountRole? Role(string part, List<MoneyHit> hits, int index)
    {
        // A bracket sets limits: words on its other side belong to another amount.
        const int Near = 2;
        return _words.Beside(part, hits, index, index == 0 ? 0 : hits[index - 1].End, "()、", Near);
    }

    /// <summary>$30M equity + $20M debt: part of the round, not its valuation.</summary>
    private bool IsAdded(string part, List<MoneyHit> hits, int index) =>
        index > 0
        && part.AsSpan(hits[index - 1].End, hits[index].Start + 1 - hits[index - 1].End) is var between
        && (between.Contains('+') || vocabulary.Financing.SubjectJoins.Contains(between));

    /// <summary>Parts between slashes or bars; one inside brackets or in n/a does not count.</summary>
    private static IEnumerable<(int Start, int Length)> Parts(string folded)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            switch (folded[i])
            {
                case '(' or '[':
                    depth++;
                    break;
                case ')' or ']':
                    depth = Math.Max(0, depth - 1);
                    break;
                case '/' or '|' when depth == 0 && !IsNotAvailable(folded, i):
                    yield return (start, i - start);
                    start = i + 1;
                    break;
            }
        }

        yield return (start, folded.Length - start);
    }

    private static bool IsNotAvailable(string folded, int slash) =>
        slash > 0 && folded[slash - 1] == 'n' && slash + 1 < folded.Length && folded[slash + 1] == 'a';

    /// <summary>非公開（推定5,000万ドル）: an estimate by others was not announced.</summary>
    private bool IsEstimate(string part, MoneyHit money) =>
        vocabulary.Undisclosed.TryFind(part, 0, out var word) && word.End <= money.Start;

    private bool IsNothing(string folded) => folded.AsSpan().Trim().IsEmpty || vocabulary.EmptyMarks.IsWhole(folded, out _);

    /// <summary>Whether words remain once the marks for an empty cell, and a stage next to such a mark, are removed.</summary>
    private bool HasWords(string folded)
    {
        var marked = false;
        foreach (var (start, length) in Parts(folded))
        {
            var part = folded.AsSpan(start, length).Trim();
            var bracket = part.IndexOf('(');
            var word = (bracket > 0 ? part[..bracket] : part).Trim();
            if (word.IsEmpty || vocabulary.EmptyMarks.IsWhole(word, out _))
            {
                marked |= !word.IsEmpty;
                continue;
            }

            if (!(marked && stages.InCell(part.ToString()) is not null) && Contentful(part))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contentful(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }
}
