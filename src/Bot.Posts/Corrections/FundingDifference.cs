using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;

namespace Bot.Posts.Corrections;

/// <summary>Differences between two tables of rounds: amounts and valuations as figures, anything else by company name.</summary>
internal static class FundingDifference
{
    public static IReadOnlyList<string> Between(IReadOnlyList<FundingRound> before, IReadOnlyList<FundingRound> after, Locale locale)
    {
        var texts = Texts.In(locale);
        var changes = new List<string>();
        foreach (var round in after)
        {
            if (Counterpart(round, after, before) is not { } was)
            {
                continue;
            }

            var named = changes.Count;
            if (was.Amount?.Raw != round.Amount?.Raw || was.Undisclosed != round.Undisclosed)
            {
                changes.Add(
                    texts.Format(
                        "CorrectionOfAmount",
                        round.Company,
                        Shown(was.Amount, was.Undisclosed, texts),
                        Shown(round.Amount, round.Undisclosed, texts)
                    )
                );
            }

            if (was.Valuation?.Raw != round.Valuation?.Raw)
            {
                changes.Add(
                    texts.Format(
                        "CorrectionOfValuation",
                        round.Company,
                        Shown(was.Valuation, false, texts),
                        Shown(round.Valuation, false, texts)
                    )
                );
            }

            if (
                changes.Count == named
                && EntryDifference.WithoutCitations(was.Markdown) != EntryDifference.WithoutCitations(round.Markdown)
            )
            {
                changes.Add(round.Company);
            }
        }

        changes.AddRange(after.Where(round => !Has(before, round)).Select(round => texts.Format("CorrectionAdded", round.Company)));
        changes.AddRange(before.Where(round => !Has(after, round)).Select(round => texts.Format("CorrectionGone", round.Company)));
        return changes;
    }

    /// <summary>The same company's previous round; if it has several, the one in the same position.</summary>
    private static FundingRound? Counterpart(FundingRound round, IReadOnlyList<FundingRound> after, IReadOnlyList<FundingRound> before)
    {
        var key = CompanyName.Key(round.Company);
        var place = after.TakeWhile(other => !ReferenceEquals(other, round)).Count(other => CompanyName.Key(other.Company) == key);
        return before.Where(other => CompanyName.Key(other.Company) == key).ElementAtOrDefault(place);
    }

    private static bool Has(IReadOnlyList<FundingRound> rounds, FundingRound round) =>
        rounds.Any(other => CompanyName.Key(other.Company) == CompanyName.Key(round.Company));

    private static string Shown(Money? money, bool undisclosed, Texts texts) =>
        money is not null
            ? Amounts.ShortOrWritten(money, texts.Locale)
            : texts[undisclosed ? "CorrectionUndisclosed" : "CorrectionNoFigure"];
}
