using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;

namespace Bot.Posts.Funding;

/// <summary>
/// The sum of a section's rounds (messages.md, rule 9): exact and by currency, marked as a sum; 約 if any part is
/// approximate. Ranges and undisclosed rounds are counted but not summed; rounds that state nothing are ignored.
/// </summary>
public static class FundingTotal
{
    /// <summary><c>合計 201億7660万ドル（公表4社の和）</c>; null for fewer than two rounds or if no round says anything about its amount.</summary>
    public static string? Line(IReadOnlyList<FundingRound> rounds, Locale locale)
    {
        if (rounds.Count < 2)
        {
            return null;
        }

        var texts = Texts.In(locale);
        var sums = rounds.Where(round => round.Amount?.Value is not null).GroupBy(round => round.Amount!.Currency).Select(group => Sum([.. group], texts));
        var total = string.Join(texts.Separator, sums);
        List<string> parts = total.Length > 0 ? [texts.Format("Total", total)] : [];
        Add("TotalRange", rounds.Where(round => round.Amount is { Value: null }));
        Add("TotalUndisclosed", rounds.Where(round => round.Undisclosed));
        return parts.Count == 0 ? null : string.Join(texts.Separator, parts);

        void Add(string key, IEnumerable<FundingRound> some)
        {
            if (some.Any())
            {
                parts.Add(texts.Format(key, Counted([.. some], texts)));
            }
        }
    }

    private static string Sum(List<FundingRound> rounds, Texts texts)
    {
        var amount = Amounts.Exact(rounds.Sum(round => round.Amount!.Value!.Value), rounds[0].Amount!.Currency, texts.Locale);
        if (rounds.Exists(round => round.Amount!.Approximate))
        {
            amount = texts.Format("TotalApproximate", amount);
        }

        return texts.Format(rounds.Count == 1 ? "TotalSingle" : "TotalPart", amount, Counted(rounds, texts));
    }

    /// <summary>Counts companies, or rounds if a company has several.</summary>
    private static string Counted(List<FundingRound> rounds, Texts texts)
    {
        var companies = rounds.DistinctBy(round => CompanyName.Key(round.Company)).Count();
        return companies == rounds.Count ? Counters.Of(Counter.Companies, companies, texts.Locale) : texts.Count("TotalRounds", rounds.Count);
    }
}
