using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;

namespace Bot.Posts.Funding;

/// <summary>What is known of rounds that are told in prose, a line each: <c>9500万ドル・シリーズC・評価額 12億ドル</c>.</summary>
internal static class RoundFacts
{
    /// <summary>Rounds of which nothing but the company is known have no line. Of several rounds each names its company.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<FundingRound> rounds, Texts texts) =>
        [.. rounds.Select(round => Line(round, isOneOfSeveral: rounds.Count > 1, texts)).OfType<string>()];

    private static string? Line(FundingRound round, bool isOneOfSeveral, Texts texts)
    {
        var facts = new List<string>();
        if (round.Amount is { } amount)
        {
            facts.Add(Amounts.ShortOrWritten(amount, texts.Locale));
        }
        else if (round.Undisclosed)
        {
            facts.Add(texts["AmountUndisclosed"]);
        }

        if (round.Stage is { } stage)
        {
            facts.Add(StageNames.Of(stage, texts));
        }

        if (round.Valuation is { } valuation)
        {
            facts.Add(texts.Format("Valuation", Amounts.ShortOrWritten(valuation, texts.Locale)));
        }

        if (facts.Count == 0)
        {
            return null;
        }

        var line = string.Join(texts.Separator, facts) + (round.Status == FundingStatus.Planned ? texts["Planned"] : "");
        return isOneOfSeveral ? round.Company + texts.NameSeparator + line : line;
    }
}
