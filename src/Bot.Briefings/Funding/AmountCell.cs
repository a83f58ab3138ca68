using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>What the header above a cell of amounts says.</summary>
/// <param name="Slots">Amount and valuation in the order in which the header names them.</param>
internal readonly record struct AmountHeader(IReadOnlyList<FieldRole> Slots, MoneyDefaults Defaults)
{
    public static readonly AmountHeader Amount = new([FieldRole.Amount], default);

    public bool NamesValuation => Slots.Contains(FieldRole.Valuation);
}

/// <summary>A cell that states an amount, perhaps with valuation and stage beside it.</summary>
internal sealed record AmountCell(Money? Amount, Money? Valuation, bool Undisclosed, string? Stage, bool IsUnparsed);

/// <summary>
/// Reads such cells: 200億ドル / 2300億ドル, 8000万ドル（評価額33億ドル）, $140 million (Series A) / $900 million,
/// $50M at a $900M valuation, 非公開（評価額10億ドル）.
/// </summary>
internal sealed class AmountCellReader(Vocabulary vocabulary, MoneyScanner monies, StageScanner stages)
{
    public AmountCell Read(string plain, AmountHeader header)
    {
        var folded = Folding.Fold(plain);
        if (IsNothing(folded))
        {
            return new AmountCell(null, null, false, null, false);
        }

        Money? amount = null, valuation = null;
        var undisclosed = false;
        var slot = 0;
        var parts = Parts(folded).ToList();
        foreach (var (start, length) in parts)
        {
            var part = folded.Substring(start, length);
            var role = parts.Count == 1 && header.Slots.Contains(FieldRole.Amount) ? FieldRole.Amount : slot < header.Slots.Count ? header.Slots[slot]
                : header.Slots is [FieldRole.Valuation] && amount is null ? FieldRole.Amount : FieldRole.Valuation;
            var hits = monies.FindAll(part, header.Defaults);
            var saysUndisclosed = SaysUndisclosed(part, hits, role);
            if (hits.Count == 0 && saysUndisclosed is null && !IsNothing(part) && stages.InCell(part) is not null)
            {
                // The stage stands in a part of its own; it takes no slot.
                continue;
            }

            slot++;
            undisclosed |= saysUndisclosed == FieldRole.Amount;
            var estimated = saysUndisclosed == FieldRole.Amount && hits.Count > 0 && IsEstimate(part, hits[0]);
            for (var i = 0; i < hits.Count; i++)
            {
                var hit = hits[i];
                var said = RoleOf(part, hits, i);
                var money = hit.ToMoney(Raw(plain, folded, start + hit.Start, start + hit.End));
                switch (said)
                {
                    case Vocabulary.AmountRole.Ignored:
                    case null or Vocabulary.AmountRole.Amount when estimated:
                        break;
                    case Vocabulary.AmountRole.Valuation:
                        valuation ??= money;
                        break;
                    case null when i > 0 || (role == FieldRole.Amount && amount is not null):
                        if (header.NamesValuation && amount is not null && valuation is null && amount.Currency == hit.Currency && !IsAdded(part, hits, i))
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
        return new AmountCell(amount, valuation, undisclosed, stages.InCell(folded), amount is null && valuation is null && !undisclosed && HasWords(folded));
    }

    /// <summary>
    /// Reads running prose that states a financing: the first amount that no word makes a valuation, a total to date or a
    /// revenue is the amount.
    /// </summary>
    public AmountCell ReadProse(string plain)
    {
        var folded = Folding.Fold(plain);
        Money? amount = null, said = null, valuation = null;
        var hits = monies.FindAll(folded);
        for (var i = 0; i < hits.Count; i++)
        {
            var money = hits[i].ToMoney(Raw(plain, folded, hits[i].Start, hits[i].End));
            switch (ProseRole(folded, hits, i))
            {
                case Vocabulary.AmountRole.Ignored:
                    break;
                case Vocabulary.AmountRole.Valuation:
                    valuation ??= money;
                    break;
                default:
                    amount ??= money;
                    said ??= IsSaid(folded, hits, i) ? money : null;
                    break;
            }
        }

        amount = said ?? amount;
        var undisclosed = amount is null && SaysUndisclosed(folded, hits, FieldRole.Amount) == FieldRole.Amount;
        return new AmountCell(amount, valuation, undisclosed, null, false);
    }

    /// <summary>1.2億ドルを調達: of several amounts, the one that the verb follows.</summary>
    private bool IsSaid(string text, List<MoneyHit> hits, int index)
    {
        var at = hits[index].End;
        return vocabulary.AmountRoles.TryMatch(text, at, out var word) && word.Value == Vocabulary.AmountRole.Amount && !LeadsOn(text, hits, index, word.End);
    }

    /// <summary>In prose only the clause around an amount speaks about it.</summary>
    private Vocabulary.AmountRole? ProseRole(string text, List<MoneyHit> hits, int index)
    {
        const string Clause = "。;!?\n";
        var hit = hits[index];
        var from = index == 0 ? 0 : hits[index - 1].End;
        var clause = text.AsSpan(from, hit.Start - from).LastIndexOfAny(Clause);
        from += clause + 1;
        var stop = text.AsSpan(from, hit.Start - from).LastIndexOf(". ");
        from += stop + 1;
        var to = index + 1 < hits.Count ? hits[index + 1].Start : text.Length;
        var after = text.AsSpan(hit.End, to - hit.End);
        var cut = after.IndexOfAny("。、;,()\n".AsSpan());
        after = cut >= 0 ? after[..cut] : after;
        if (vocabulary.AmountRoles.TryFind(after, 0, out var behind) && after[..behind.Start].Trim().Length <= 6 && !LeadsOn(text, hits, index, hit.End + behind.End))
        {
            return behind.Value;
        }

        return IsPrice(text, hits, index) ? Vocabulary.AmountRole.Valuation : RoleBefore(text.AsSpan(from, hit.Start - from));
    }

    /// <summary>What the last word before an amount says. A measure taken at something else (前回の2倍の, 前年比30%増の) says nothing.</summary>
    private Vocabulary.AmountRole? RoleBefore(ReadOnlySpan<char> before)
    {
        var said = vocabulary.AmountRoles.FindAll(before);
        for (var i = said.Count - 1; i >= 0; i--)
        {
            if (said[i].Value != Vocabulary.AmountRole.Ignored || before[said[i].End..].IndexOfAny('倍', '比', '%') < 0)
            {
                return said[i].Value;
            }
        }

        return null;
    }

    /// <summary>$1.1bn at $6bn: what was paid, and at which price.</summary>
    private static bool IsPrice(string text, List<MoneyHit> hits, int index) =>
        index > 0 && hits[index - 1].Currency == hits[index].Currency
        && text.AsSpan(hits[index - 1].End, hits[index].Start - hits[index - 1].End).Trim() is "at" or "at a" or "@" or "on" or "on a";

    /// <summary>$30M equity + $20M debt: a part of the round, no valuation of it.</summary>
    private static bool IsAdded(string part, List<MoneyHit> hits, int index) =>
        index > 0 && part.AsSpan(hits[index - 1].End, hits[index].Start + 1 - hits[index - 1].End).ContainsAny("+と");

    private static string Raw(string plain, string folded, int start, int end) =>
        (plain.Length == folded.Length ? plain : folded)[start..end].Trim();

    /// <summary>Parts between slashes; a slash inside brackets or between digits and letters of n/a does not part.</summary>
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

    /// <summary>The words beside an amount: those since the amount before it, else those behind it up to the next.</summary>
    private Vocabulary.AmountRole? RoleOf(string part, List<MoneyHit> hits, int index)
    {
        var hit = hits[index];
        var from = index == 0 ? 0 : hits[index - 1].End;
        var to = index + 1 < hits.Count ? hits[index + 1].Start : part.Length;

        // A bracket closes what it opened: words on its other side belong to another amount.
        var after = part.AsSpan(hit.End, to - hit.End);
        var cut = after.IndexOfAny('(', ')', '、');
        after = cut >= 0 ? after[..cut] : after;
        if (vocabulary.AmountRoles.TryFind(after, 0, out var behind) && after[..behind.Start].Trim().Length <= 2 && !LeadsOn(part, hits, index, hit.End + behind.End))
        {
            return behind.Value;
        }

        return IsPrice(part, hits, index) ? Vocabulary.AmountRole.Valuation : RoleBefore(part.AsSpan(from, hit.Start - from));
    }

    /// <summary>A word that ends at <paramref name="end"/> speaks of the next amount: $1.2bn at a market value of $9bn.</summary>
    private bool LeadsOn(string text, List<MoneyHit> hits, int index, int end)
    {
        if (index + 1 >= hits.Count || end > hits[index + 1].Start)
        {
            return false;
        }

        // post-money valuation of: several words that say the same.
        while (vocabulary.AmountRoles.TryMatch(text.AsSpan(0, hits[index + 1].Start), end < text.Length && text[end] == ' ' ? end + 1 : end, out var more))
        {
            end = more.End;
        }

        var between = text.AsSpan(end, hits[index + 1].Start - end).Trim();
        return between.Length <= 3 && !between.StartsWith("で") && !between.StartsWith("に");
    }

    private FieldRole? SaysUndisclosed(string part, List<MoneyHit> hits, FieldRole role)
    {
        if (!vocabulary.Undisclosed.TryFind(part, 0, out var hit))
        {
            return null;
        }

        var from = hits.LastOrDefault(money => money.End <= hit.Start).End;
        var said = vocabulary.AmountRoles.FindAll(part.AsSpan(from, hit.Start - from));
        return said.Count > 0 && said[^1].Value == Vocabulary.AmountRole.Valuation ? FieldRole.Valuation : role;
    }

    /// <summary>非公開（推定5,000万ドル）: what others guess is not what was announced.</summary>
    private bool IsEstimate(string part, MoneyHit money) => vocabulary.Undisclosed.TryFind(part, 0, out var word) && word.End <= money.Start;

    private bool IsNothing(string folded) => folded.AsSpan().Trim().IsEmpty || vocabulary.EmptyMarks.IsWhole(folded, out _);

    /// <summary>Words are left when the marks for an empty cell, and a stage beside such a mark, are taken away.</summary>
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
