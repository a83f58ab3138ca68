using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;

namespace Bot.Posts.Funding;

/// <summary>How many rounds there are, in words; a section's heading and an answer say the same (messages.md, rule 3).</summary>
public static class RoundCount
{
    /// <summary>Companies, each once: <c>4社</c>. Empty for none.</summary>
    public static string OfCompanies(IReadOnlyCollection<FundingRound> rounds, Locale locale)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        return rounds.Count == 0 ? "" : Counters.Of(Counter.Companies, Companies(rounds), locale);
    }

    /// <summary>The same with the number of rounds if a company has several: <c>4社・5件</c>.</summary>
    public static string Of(IReadOnlyCollection<FundingRound> rounds, Locale locale)
    {
        var companies = OfCompanies(rounds, locale);
        return Companies(rounds) == rounds.Count
            ? companies
            : companies + Texts.In(locale).Separator + Counters.Of(Counter.Rounds, rounds.Count, locale);
    }

    private static int Companies(IReadOnlyCollection<FundingRound> rounds) =>
        rounds.DistinctBy(round => CompanyName.Key(round.Company)).Count();
}
