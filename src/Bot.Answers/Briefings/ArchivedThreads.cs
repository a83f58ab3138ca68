using System.Collections.Concurrent;
using Bot.Archive.Queries;
using Bot.Briefings;
using Bot.Chat;
using Bot.Chat.Text;
using Bot.Posts;

namespace Bot.Answers.Briefings;

/// <summary>
/// Composes a stored briefing as its thread, for an answer or a page. Those that were asked for are kept, composed: each revision has its own
/// number, so what is kept never goes stale. Thread-safe.
/// </summary>
public sealed class ArchivedThreads(SeriesCatalogue catalogue, BriefingQueries briefings, BriefingReader reader)
{
    /// <summary>About half a megabyte each.</summary>
    private const int MaxKept = 16;

    /// <summary>Longer documents, in UTF-16 code units, are composed each time.</summary>
    private const int LongestKept = 40_000;

    private readonly ConcurrentDictionary<Edition, ComposedThread> _kept = new();

    /// <param name="locale">Language of the frame.</param>
    /// <returns>
    /// Null if the briefing was held or removed meanwhile. It is shared: who takes a tree apart, or gives it to a renderer, takes a copy.
    /// </returns>
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
        var before = await BeforeAsync(briefing, cancellationToken);
        var edition = new Edition(briefing, before, series.Key, locale, dates, catalogue.TodayOf(series));
        if (_kept.TryGetValue(edition, out var kept))
        {
            return kept;
        }

        if (await briefings.DocumentAsync(briefing.Id, cancellationToken) is not { } document)
        {
            return null;
        }

        var context = new ComposeContext(series.Key, series.Name, locale, edition.Today)
        {
            Date = briefing.Date,
            Edition = briefing.Edition,
            Previous = before is null ? null : await PreviousAsync(before, cancellationToken),
            IsSample = briefing.IsSample,
            DateForm = dates,
            Zone = series.Zone,
        };
        var composed = PostComposer.Compose(reader.Read(document, day: briefing.Date), context);
        if (document.Length <= LongestKept)
        {
            if (_kept.Count >= MaxKept)
            {
                _kept.Clear();
            }

            _kept[edition] = composed;
        }

        return composed;
    }

    /// <summary>The briefing that it is compared with.</summary>
    private async Task<ArchivedBriefing?> BeforeAsync(ArchivedBriefing briefing, CancellationToken cancellationToken)
    {
        var sameDay = await briefings.EditionsAsync(briefing.Series, briefing.Date, cancellationToken);
        var before = sameDay.LastOrDefault(other => other.Id < briefing.Id);
        if (before is null && briefing.Date > DateOnly.MinValue)
        {
            before = await briefings.NewestAsync(briefing.Series, briefing.Date.AddDays(-1), cancellationToken);
        }

        return before;
    }

    private async Task<PreviousBriefing?> PreviousAsync(ArchivedBriefing previous, CancellationToken cancellationToken) =>
        await briefings.DocumentAsync(previous.Id, cancellationToken) is { } document
            ? new PreviousBriefing(previous.Date, reader.Read(document, day: previous.Date).Briefing)
            : null;

    /// <summary>All that a composed thread depends on; briefings with their revisions.</summary>
    private sealed record Edition(
        ArchivedBriefing Briefing,
        ArchivedBriefing? Before,
        string Series,
        Locale Locale,
        DateForm Dates,
        DateOnly Today
    );
}
