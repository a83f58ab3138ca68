using Bot.Archive.Queries;
using Bot.Chat;

namespace Bot.Answers.Arguments;

/// <summary>Finds the day that a question names. Queries the archive for its newest day only if a day is named.</summary>
public sealed class AskedDays(SeriesCatalogue access, BriefingQueries briefings)
{
    /// <summary>Takes a day from a question's words; null if there is none.</summary>
    public async Task<DateOnly?> TakeAsync(ArgumentWords words, Series series, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(series);
        if (!new ArgumentWords(words.Left).Holds(DateArgument.MostWords, DateArgument.Understands))
        {
            return null;
        }

        var today = access.TodayOf(series);
        var newest = await briefings.NewestAsync(series.Key, onOrBefore: null, cancellationToken);
        return new DateArgument(today, newest?.Date ?? today).Take(words);
    }
}
