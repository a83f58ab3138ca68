using Bot.Answers.Arguments;
using Bot.Chat;

namespace Bot.Answers.Funding;

/// <summary>The parsed text of a <c>/funding</c> call.</summary>
/// <param name="Company">As typed, cleaned; empty for none.</param>
/// <param name="Skip">Number of entries already shown.</param>
/// <param name="Date">Limits the answer to this day's briefing; null if no day was named.</param>
public sealed record FundingArguments(string Company, int Skip, DateOnly? Date)
{
    /// <summary>Of the day's briefing; empty: none was named. A company's rounds are those of all the day's editions.</summary>
    public string Edition { get; init; } = "";

    /// <summary>As a call's text, without day and edition.</summary>
    public string Text => PageArgument.Text(Company, Skip);

    public static async Task<FundingArguments> ParseAsync(string text, Series series, AskedDays days, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(days);
        var words = new ArgumentWords(text);
        var skip = PageArgument.Take(words);
        var date = await days.TakeAsync(words, series, cancellationToken);
        return new FundingArguments(words.Left, skip, date);
    }

    /// <summary>The text that asks for the next page.</summary>
    public string Next(int shown) => PageArgument.Text(Company, Skip + shown);
}
