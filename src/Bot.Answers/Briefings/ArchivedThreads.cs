using Bot.Archive.Queries;
using Bot.Briefings;
using Bot.Chat;
using Bot.Chat.Text;
using Bot.Posts;

namespace Bot.Answers.Briefings;

/// <summary>Composes a stored briefing as its thread, for an answer or a page.</summary>
public sealed class ArchivedThreads(SeriesCatalogue catalogue, BriefingQueries briefings, BriefingReader reader)
{
    /// <param name="locale">Language of the frame.</param>
    /// <returns>Null if the briefing was held or removed meanwhile.</returns>
    public async Task<ComposedThread?> ComposeAsync(
        ArchivedBriefing briefing,
        Series series,
        Locale locale,
        DateForm dates,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(briefing);
        ArgumentNullException.ThrowIfNull(series);
        if (await briefings.DocumentAsync(briefing.Id, cancellationToken) is not { } document)
        {
            return null;
        }

        var context = new ComposeContext(series.Key, series.Name, locale, catalogue.TodayOf(series))
        {
            Date = briefing.Date,
            Edition = briefing.Edition,
            Previous = await PreviousAsync(briefing, cancellationToken),
            IsSample = briefing.IsSample,
            DateForm = dates,
            Zone = series.Zone,
        };
        return PostComposer.Compose(reader.Read(document, day: briefing.Date), context);
    }

    private async Task<PreviousBriefing?> PreviousAsync(ArchivedBriefing briefing, CancellationToken cancellationToken)
    {
        var sameDay = await briefings.EditionsAsync(briefing.Series, briefing.Date, cancellationToken);
        var before = sameDay.LastOrDefault(other => other.Id < briefing.Id);
        if (before is null && briefing.Date > DateOnly.MinValue)
        {
            before = await briefings.NewestAsync(briefing.Series, briefing.Date.AddDays(-1), cancellationToken);
        }

        if (before is not { } previous || await briefings.DocumentAsync(previous.Id, cancellationToken) is not { } document)
        {
            return null;
        }

        return new PreviousBriefing(previous.Date, reader.Read(document, day: previous.Date).Briefing);
    }
}
