using Bot.Briefings.Model;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>Merges what several sentences of one entry say about one financing.</summary>
internal static class RoundMerger
{
    /// <summary>Amounts that differ by less are the same, rounded (1.4億, 1億3,900万).</summary>
    private const decimal Rounding = 0.04m;

    public static List<Draft> Merge(IReadOnlyList<Draft> drafts)
    {
        var merged = new List<Draft>();
        foreach (var draft in drafts.Where(draft => draft.Company is not null && draft.Stands))
        {
            Add(merged, draft);
        }

        // An incomplete draft adds to a complete one; a draft without a name adds to the one with its amount.
        foreach (var draft in drafts.Where(draft => draft.Company is null || !draft.Stands))
        {
            var other = draft.Company is null
                ? merged.Find(other => draft.Amount is not null && other.Amount is not null && IsSame(other.Amount, draft.Amount))
                    ?? (
                        draft.Kind == FinancingKind.Buy
                            ? merged.Find(other => other.Kind == FinancingKind.Buy && other.Amount is null)
                            : null
                    )
                : merged.Find(other => IsOne(other, draft));
            if (other is not null)
            {
                // 買収額は4億ドルとみられる: a price alone says nothing of the plan.
                draft.Planned = draft.Company is null && draft.Kind == FinancingKind.Buy ? other.Planned : draft.Planned;
                Join(other, draft);
            }
        }

        merged.RemoveAll(draft => IsTotal(draft, merged));
        return merged;
    }

    /// <summary>シリーズAと借入で合計6.2億円: a headline's sum of the rounds that the text tells one by one.</summary>
    private static bool IsTotal(Draft total, List<Draft> all)
    {
        var parts = all.FindAll(draft =>
            draft != total && !draft.FromHead && IsRound(draft) && draft.Company is { } company && IsSameCompany(company, total.Company!)
        );
        return total is { FromHead: true, Amount.Value: { } sum }
            && IsRound(total)
            && parts.Count > 1
            && parts.TrueForAll(part => part.Amount is { Value: not null } amount && amount.Currency == total.Amount.Currency)
            && parts.Sum(part => part.Amount!.Value!.Value) is var parted
            && Math.Abs(parted - sum) <= Rounding * sum;
    }

    private static void Add(List<Draft> merged, Draft draft)
    {
        if (merged.Find(other => IsPartOf(draft, other)) is { } whole)
        {
            whole.Investors.AddRange(draft.Investors.Except(whole.Investors, StringComparer.OrdinalIgnoreCase));
            whole.Valuation ??= draft.Valuation;
            whole.Citations.AddRange(draft.Citations.Except(whole.Citations));
        }
        else if (merged.Find(other => IsOne(other, draft)) is { } other)
        {
            Join(other, draft);
        }
        else
        {
            merged.Add(draft);
        }
    }

    /// <summary>Nvidiaが8億ドルを拠出: one investor's share of the round mentioned before.</summary>
    private static bool IsPartOf(Draft part, Draft whole) =>
        part is { Kind: FinancingKind.Give, IsNamed: false, Amount.Value: { } share }
        && whole is { Kind: FinancingKind.Raise, Amount.Value: { } sum }
        && part.Amount.Currency == whole.Amount.Currency
        && share < sum * (1 - Rounding)
        && IsSameCompany(part.Company!, whole.Company!);

    private static bool IsOne(Draft a, Draft b) =>
        IsSameCompany(a.Company!, b.Company!)
        && AreOneKind(a, b)
        && (a.Amount is null || b.Amount is null || IsSame(a.Amount, b.Amount) || AreProceeds(a, b))
        && (
            a.Stage is null
            || b.Stage is null
            || a.Stage == b.Stage
            || a.Stage == "ipo"
            || b.Stage == "ipo"
            || Base(a.Stage) == Base(b.Stage)
            || (a.Amount is not null && b.Amount is not null)
        )
        && (
            a.Valuation is null || b.Valuation is null || IsSame(a.Valuation, b.Valuation) || (a.Amount is not null && b.Amount is not null)
        );

    /// <summary>上場で5億ドルを調達: 43億香港ドルを集めた: what a listing brought in, told in the exchange's currency, too.</summary>
    private static bool AreProceeds(Draft a, Draft b) =>
        (a.Kind == FinancingKind.List || b.Kind == FinancingKind.List) && a.Amount!.Currency != b.Amount!.Currency;

    /// <summary>A sale is not a round; a listing is the round whose sentence states its proceeds.</summary>
    private static bool AreOneKind(Draft a, Draft b) =>
        a.Kind == b.Kind
        || (IsRound(a) && IsRound(b))
        || (
            (a.Kind == FinancingKind.List && IsRound(b)) || (b.Kind == FinancingKind.List && IsRound(a))
                ? a.Planned == b.Planned && (a.Stage == b.Stage || a.Stage is null || b.Stage is null)
                : false
        );

    private static bool IsRound(Draft draft) => draft.Kind is FinancingKind.Raise or FinancingKind.Give;

    private static string Base(string stage) => stage.Replace("-extension", "", StringComparison.Ordinal);

    public static bool IsSameCompany(string a, string b)
    {
        var (x, y) = (CompanyName.Key(a), CompanyName.Key(b));
        return x == y || (a.Length != b.Length && (IsWordsOf(a, b) || IsWordsOf(b, a)));
    }

    /// <summary>Spangle and Spangle AI.</summary>
    private static bool IsWordsOf(string name, string longer) => longer.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(Money a, Money b)
    {
        if (a.Currency != b.Currency)
        {
            return false;
        }

        var (x, y) = (a.Value ?? a.Max ?? 0, b.Value ?? b.Max ?? 0);
        return Math.Abs(x - y) <= Rounding * Math.Max(x, y);
    }

    private static void Join(Draft into, Draft draft)
    {
        // The text is more precise than the headline about how exact an amount is.
        into.Amount = Better(into.Amount, draft.Amount);
        into.Valuation = Better(into.Valuation, draft.Valuation);
        into.Undisclosed = (into.Undisclosed || draft.Undisclosed) && into.Amount is null;
        into.Stage =
            into.Stage is null || draft.Stage is null ? into.Stage ?? draft.Stage
            : draft.Stage == "ipo" || draft.Stage.StartsWith(into.Stage, StringComparison.Ordinal) ? draft.Stage
            : into.Stage;
        into.Planned =
            draft is { Amount: null, Stage: null } ? into.Planned
            : into.FromHead ? draft.Planned
            : into.Planned;
        into.IsOfHead |= draft.FromHead;
        into.Aliases.AddRange(draft.Aliases.Except(into.Aliases));
        into.Investors.AddRange(draft.Investors.Except(into.Investors, StringComparer.OrdinalIgnoreCase));
        into.Citations.AddRange(draft.Citations.Except(into.Citations));
    }

    private static Money? Better(Money? a, Money? b) =>
        a is null || b is null ? a ?? b
        : b.Approximate && !a.Approximate && a.Currency == b.Currency ? b
        : a;
}
