using Bot.Archive.Queries;
using Bot.Chat;

namespace Bot.Answers.Arguments;

/// <summary>Finds the time that a question names. Queries the archive for its newest day only if a time is named.</summary>
public sealed class AskedTimes(SeriesCatalogue access, BriefingQueries briefings)
{
    /// <summary>Takes a time from a question's words; null if there is none.</summary>
    public async Task<DateSpan?> TakeAsync(ArgumentWords words, Series series, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new ArgumentWords(words.Left).Holds(TimeArgument.MostWords, TimeArgument.Understands)
            ? (await ArgumentAsync(series, cancellationToken)).Take(words)
            : null;
    }

    /// <summary>Reads times as of now.</summary>
    public async Task<TimeArgument> ArgumentAsync(Series series, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        var today = access.TodayOf(series);
        var newest = await briefings.NewestAsync(series.Key, onOrBefore: null, cancellationToken);
        return new TimeArgument(today, newest?.Date ?? today);
    }
}
