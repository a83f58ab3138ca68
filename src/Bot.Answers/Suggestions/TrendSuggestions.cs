using Bot.Answers.Funding;
using Bot.Answers.Texts;
using Bot.Answers.Timelines;
using Bot.Chat.Commands;

namespace Bot.Answers.Suggestions;

/// <summary>Funding as a whole and companies as a whole, where they begin as typed; then companies by name.</summary>
public sealed class TrendSuggestions(CompanySuggestions companies) : IArgumentSuggestions
{
    public async ValueTask<IReadOnlyList<ArgumentSuggestion>> SuggestAsync(
        CommandCall call,
        string typed,
        int most,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(call);
        var texts = AnswerTexts.In(call.Locale);
        var whole = new[]
        {
            new ArgumentSuggestion(FundingHandler.Name, texts[AnswerText.TrendChartFunding]),
            new ArgumentSuggestion(CompanyHandler.Name, texts[AnswerText.TrendOfCompanies]),
        }.Where(one =>
            one.Value.StartsWith(typed.Trim(), StringComparison.OrdinalIgnoreCase)
            || one.Label.StartsWith(typed.Trim(), StringComparison.OrdinalIgnoreCase)
        );
        return
        [
            .. whole.Concat(await companies.SuggestAsync(call, typed, most, cancellationToken)).DistinctBy(one => one.Value).Take(most),
        ];
    }
}
