using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Text;

namespace Bot.Answers.Suggestions;

/// <summary>Days with a briefing, newest first, that match the typed text in any common date format.</summary>
public sealed class DateSuggestions(SeriesCatalogue access, BriefingQueries briefings) : IArgumentSuggestions
{
    /// <summary>Number of days searched: a year.</summary>
    private const int Days = 366;

    public async ValueTask<IReadOnlyList<ArgumentSuggestion>> SuggestAsync(
        CommandCall call,
        string typed,
        int most,
        CancellationToken cancellationToken
    )
    {
        if (access.AskedBy(call) is not { } series)
        {
            return [];
        }

        var words = typed.Normalize(System.Text.NormalizationForm.FormKC).Trim();
        var dates = await briefings.DatesAsync(series.Key, Days, cancellationToken);
        return
        [
            .. dates
                .Select(date => new ArgumentSuggestion(Dates.Iso(date), Dates.Full(date, call.Locale)))
                .Where(one =>
                    words.Length == 0
                    || one.Value.Contains(words, StringComparison.Ordinal)
                    || one.Label.Contains(words, StringComparison.OrdinalIgnoreCase)
                    || Slashed(one.Value).Contains(words, StringComparison.Ordinal)
                )
                .Take(most),
        ];
    }

    /// <summary>2026-01-06 as 2026/1/6.</summary>
    private static string Slashed(string iso) => iso.Replace("-0", "/", StringComparison.Ordinal).Replace('-', '/');
}
