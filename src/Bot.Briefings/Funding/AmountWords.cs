using Bot.Briefings.Model;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Funding;

/// <summary>What the words around an amount make it: the amount of a round, its valuation, or neither.</summary>
internal sealed class AmountWords(Vocabulary vocabulary)
{
    /// <summary>Maximum characters between an amount and its price: $250M Series B at $1.5B.</summary>
    private const int RoundName = 24;

    /// <summary>The words next to an amount: those right after it, or else those since <paramref name="from"/>.</summary>
    /// <param name="ends">Characters after which words belong to something else.</param>
    /// <param name="near">Characters allowed between the amount and the word after it.</param>
    public Vocabulary.AmountRole? Beside(string text, List<MoneyHit> hits, int index, int from, ReadOnlySpan<char> ends, int near)
    {
        if (Behind(text, hits, index, ends, near) is { } behind)
        {
            return behind.Value;
        }

        // $11B valuation with $500M: the word is the earlier amount's.
        var hit = hits[index];
        from = index > 0 && Behind(text, hits, index - 1, ends, near) is { } taken ? Math.Max(from, hits[index - 1].End + taken.End) : from;
        var before = text.AsSpan(from, hit.Start - from);
        if (IsRaisedAt(before))
        {
            return Vocabulary.AmountRole.Valuation;
        }

        return IsPrice(text, hits, index) ? Vocabulary.AmountRole.Valuation : Before(before[(before.LastIndexOfAny(ends) + 1)..]);
    }

    /// <summary>The word right after an amount that says what it is; positions count from the amount's end.</summary>
    private Text.Lexicon<Vocabulary.AmountRole>.Hit? Behind(string text, List<MoneyHit> hits, int index, ReadOnlySpan<char> ends, int near)
    {
        var hit = hits[index];
        var to = index + 1 < hits.Count ? hits[index + 1].Start : text.Length;
        var after = text.AsSpan(hit.End, Math.Max(0, to - hit.End));
        var cut = after.IndexOfAny(ends);
        after = cut >= 0 ? after[..cut] : after;
        return
            vocabulary.AmountRoles.TryFind(after, 0, out var behind)
            && after[..behind.Start].Trim().Length <= near
            && !vocabulary.Financing.Valuing.IsWhole(after.Slice(behind.Start, behind.Length), out _)
            && !LeadsOn(text, hits, index, hit.End + behind.End)
            ? behind
            : null;
    }

    /// <summary>1.2億ドルを調達: of several amounts, the one followed by the verb.</summary>
    public bool IsSaid(string text, List<MoneyHit> hits, int index) =>
        vocabulary.AmountRoles.TryMatch(text, hits[index].End, out var word)
        && word.Value == Vocabulary.AmountRole.Amount
        && !LeadsOn(text, hits, index, word.End);

    /// <summary>What a text says is undisclosed, or null if it says no such thing.</summary>
    /// <param name="role">What it refers to unless a word next to it says otherwise.</param>
    public FieldRole? Undisclosed(string part, List<MoneyHit> hits, FieldRole role)
    {
        if (!vocabulary.Undisclosed.TryFind(part, 0, out var hit))
        {
            return null;
        }

        var from = hits.LastOrDefault(money => money.End <= hit.Start).End;
        var said = vocabulary.AmountRoles.FindAll(part.AsSpan(from, hit.Start - from));
        return said.Count > 0 && said[^1].Value == Vocabulary.AmountRole.Valuation ? FieldRole.Valuation : role;
    }

    /// <summary>An amount as its author wrote it.</summary>
    public static string Raw(string plain, string folded, int start, int end) =>
        (plain.Length == folded.Length ? plain : folded)[start..end].Trim();

    /// <summary>What the last word before an amount says. A measure relative to something else (前回の2倍の, 前年比30%増の) says nothing.</summary>
    private Vocabulary.AmountRole? Before(ReadOnlySpan<char> before)
    {
        var said = vocabulary.AmountRoles.FindAll(before);
        for (var i = said.Count - 1; i >= 0; i--)
        {
            if (!IsMeasure(said[i], before))
            {
                return said[i].Value;
            }
        }

        return null;
    }

    /// <summary>前回の2倍の: a word for another amount, against which this one is measured.</summary>
    public bool IsMeasure(Text.Lexicon<Vocabulary.AmountRole>.Hit word, ReadOnlySpan<char> before) =>
        word.Value == Vocabulary.AmountRole.Ignored && vocabulary.Financing.Measures.Contains(before[word.End..]);

    /// <summary>$1.1bn at $6bn: what was paid, and at what price.</summary>
    public static bool IsPrice(string text, List<MoneyHit> hits, int index) =>
        index > 0
        && hits[index - 1].Currency == hits[index].Currency
        && text.AsSpan(hits[index - 1].End, hits[index].Start - hits[index - 1].End).Trim() is var between
        && (
            between is "at" or "at a" or "@" or "on" or "on a"
            || (between.Length <= RoundName && (between.EndsWith(" at") || between.EndsWith(" @")))
        );

    /// <summary>raising at $5B: a price without an amount.</summary>
    private bool IsRaisedAt(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        return before.EndsWith(" at")
            && vocabulary.Financing.Triggers.TryMatchBefore(before[..^3], before.Length - 3, out var verb)
            && verb.Value == FinancingKind.Raise;
    }

    /// <summary>Whether a word that ends at <paramref name="end"/> refers to the next amount: $1.2bn at a market value of $9bn.</summary>
    private bool LeadsOn(string text, List<MoneyHit> hits, int index, int end)
    {
        if (index + 1 >= hits.Count || end > hits[index + 1].Start)
        {
            return false;
        }

        // post-money valuation of: several words for the same thing.
        while (
            vocabulary.AmountRoles.TryMatch(
                text.AsSpan(0, hits[index + 1].Start),
                end < text.Length && text[end] == ' ' ? end + 1 : end,
                out var more
            )
        )
        {
            end = more.End;
        }

        var between = text.AsSpan(end, hits[index + 1].Start - end).Trim();
        return between.Length <= 3 && !vocabulary.Financing.Reaching.TryMatch(between, 0, out _);
    }
}
