using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;

namespace Bot.Posts.Funding;

/// <summary>
/// The sum of a section's rounds (messages.md, rule 9): completed equity, exact and by currency, marked as a sum; 約 when a part is
/// approximate. What is no money raised for shares, and what states no exact amount, is counted beside it. Plans are never summed.
/// </summary>
public static class FundingTotal
{
    /// <summary>Stages that raise no equity, in the order in which they are counted, with the key of their count.</summary>
    private static readonly (string Stage, string Key)[] Beside =
    [
        ("debt", "TotalDebt"),
        ("convertible", "TotalConvertible"),
        ("grant", "TotalGrant"),
        ("secondary", "TotalSecondary"),
        ("acquisition", "TotalAcquisition"),
        ("ipo", "TotalIpo"),
    ];

    /// <summary>Whether a round's amount is part of a sum: completed, for shares, and exact.</summary>
    public static bool IsSummed(FundingRound round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round is { Status: FundingStatus.Completed, Amount.Value: not null } && IsEquity(round);
    }

    /// <summary>
    /// <c>合計 201億7660万ドル（公表4社の合計）・買収 1件</c>; null for fewer than two rounds or when no round says anything of its amount.
    /// </summary>
    public static string? Line(IReadOnlyList<FundingRound> rounds, Locale locale)
    {
        if (rounds.Count < 2 || !rounds.Any(round => round.Amount is not null || round.Undisclosed))
        {
            return null;
        }

        var texts = Texts.In(locale);
        var completed = rounds.Where(round => round.Status == FundingStatus.Completed).ToList();
        var equity = completed.Where(IsEquity).ToList();
        var sums = equity
            .Where(round => round.Amount?.Value is not null)
            .GroupBy(round => round.Amount!.Currency)
            .Select(group => Sum([.. group], texts));
        var total = string.Join(texts.Separator, sums);
        List<string> parts = total.Length > 0 ? [texts.Format("Total", total)] : [];
        Companies("TotalRange", equity.Where(round => round.Amount is { Value: null }));
        Companies("TotalUndisclosed", equity.Where(round => round is { Amount: null, Undisclosed: true }));
        Companies("TotalUnread", equity.Where(round => round is { Amount: null, Undisclosed: false }));
        foreach (var (stage, key) in Beside)
        {
            Rounds(key, completed.Count(round => round.Stage == stage));
        }

        Rounds("TotalPlanned", rounds.Count - completed.Count);
        return parts.Count == 0 ? null : string.Join(texts.Separator, parts);

        void Companies(string key, IEnumerable<FundingRound> some)
        {
            if (some.Any())
            {
                parts.Add(texts.Format(key, Counted([.. some], texts)));
            }
        }

        void Rounds(string key, int count)
        {
            if (count > 0)
            {
                parts.Add(texts.Count(key, count));
            }
        }
    }

    private static bool IsEquity(FundingRound round) => !Array.Exists(Beside, other => other.Stage == round.Stage);

    private static string Sum(List<FundingRound> rounds, Texts texts)
    {
        var amount = Amounts.Exact(rounds.Sum(round => round.Amount!.Value!.Value), rounds[0].Amount!.Currency, texts.Locale);
        if (rounds.Exists(round => round.Amount!.Approximate))
        {
            amount = texts.Format("DegreeAbout", amount);
        }

        return texts.Format(rounds.Count == 1 ? "TotalSingle" : "TotalPart", amount, Counted(rounds, texts));
    }

    /// <summary>Counts companies, or rounds if a company has several.</summary>
    private static string Counted(List<FundingRound> rounds, Texts texts)
    {
        var companies = rounds.DistinctBy(round => CompanyName.Key(round.Company)).Count();
        return companies == rounds.Count
            ? Counters.Of(Counter.Companies, companies, texts.Locale)
            : texts.Count("TotalRounds", rounds.Count);
    }
}
