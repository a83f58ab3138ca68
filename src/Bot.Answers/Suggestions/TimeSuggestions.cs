using Bot.Answers.Arguments;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Text;

namespace Bot.Answers.Suggestions;

/// <summary>
/// Times that match what is typed: days with a briefing, newest first, in any common date format, then the spans with a name. A span's
/// value is its days, so that it means the same when it is sent.
/// </summary>
public sealed class TimeSuggestions(SeriesCatalogue access, BriefingQueries briefings) : IArgumentSuggestions
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
        if (dates.Count == 0)
        {
            return [];
        }

        var spans = Spans(words, access.TodayOf(series), dates[0], call.Locale).ToList();
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
                // With nothing typed, the spans are to be seen below the days.
                .Take(Math.Max(1, most - spans.Count))
                .Concat(spans)
                .Take(most),
        ];
    }

    private static IEnumerable<ArgumentSuggestion> Spans(string typed, DateOnly today, DateOnly newest, Locale locale)
    {
        var texts = AnswerTexts.In(locale);
        var time = new TimeArgument(today, newest);
        foreach (var name in NamedSpans.Suggested.Select(span => texts[span].Split(' ')[0].Replace('_', ' ')))
        {
            if (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) && time.Read(name) is { } days)
            {
                var value = TimeArgument.Text(days);
                yield return new ArgumentSuggestion(value, name + texts.Aside(value));
            }
        }
    }

    /// <summary>2026-01-06 as 2026/1/6.</summary>
    private static string Slashed(string iso) => iso.Replace("-0", "/", StringComparison.Ordinal).Replace('-', '/');
}
