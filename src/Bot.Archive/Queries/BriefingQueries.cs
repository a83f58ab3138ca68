using Bot.Archive.Entities;
using Bot.Chat;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>
/// Finds briefings to answer from. Held briefings are never returned, only their dates. Thread-safe; one instance per
/// process.
/// </summary>
public sealed class BriefingQueries(IDbContextFactory<ArchiveContext> contexts)
{
    private readonly ArchiveReads _reads = new(contexts);

    // Compiled per instance, not per process: a compiled query is tied to a model, and each database has its own.
    private readonly Func<ArchiveContext, string, DateOnly, DateOnly, CancellationToken, Task<ArchivedBriefing?>> _newest =
        EF.CompileAsyncQuery(
            (ArchiveContext context, string series, DateOnly from, DateOnly to, CancellationToken _) =>
                context
                    .Briefings.Where(briefing =>
                        briefing.Series == series && briefing.Date >= from && briefing.Date <= to && !briefing.IsHeld
                    )
                    .OrderByDescending(briefing => briefing.Date)
                    .ThenByDescending(briefing => briefing.Id)
                    .Select(briefing => new ArchivedBriefing(
                        briefing.Id,
                        briefing.Series,
                        briefing.Date,
                        briefing.Edition,
                        briefing.Revision,
                        briefing.IsSample
                    ))
                    .FirstOrDefault()
        );

    private readonly Func<ArchiveContext, string, DateOnly, IAsyncEnumerable<ArchivedBriefing>> _ofDay = EF.CompileAsyncQuery(
        (ArchiveContext context, string series, DateOnly date) =>
            context
                .Briefings.Where(briefing => briefing.Series == series && briefing.Date == date && !briefing.IsHeld)
                .OrderBy(briefing => briefing.Id)
                .Select(briefing => new ArchivedBriefing(
                    briefing.Id,
                    briefing.Series,
                    briefing.Date,
                    briefing.Edition,
                    briefing.Revision,
                    briefing.IsSample
                ))
    );

    private readonly Func<ArchiveContext, string, ItemKind, DateOnly, DateOnly, CancellationToken, Task<ArchivedBriefing?>> _newestWith =
        EF.CompileAsyncQuery(
            (ArchiveContext context, string series, ItemKind kind, DateOnly from, DateOnly to, CancellationToken _) =>
                context
                    .Items.Where(item =>
                        item.Series == series
                        && item.Kind == kind
                        && item.Date >= from
                        && item.Date <= to
                        && !item.IsHeld
                        && item.GoneInRevision == null
                    )
                    .OrderByDescending(item => item.Date)
                    .ThenByDescending(item => item.BriefingId)
                    .Take(1)
                    .Join(
                        context.Briefings,
                        item => item.BriefingId,
                        briefing => briefing.Id,
                        (item, briefing) =>
                            new ArchivedBriefing(
                                briefing.Id,
                                briefing.Series,
                                briefing.Date,
                                briefing.Edition,
                                briefing.Revision,
                                briefing.IsSample
                            )
                    )
                    .FirstOrDefault()
        );

    private readonly Func<ArchiveContext, string, int, IAsyncEnumerable<HeldBriefing>> _held = EF.CompileAsyncQuery(
        (ArchiveContext context, string series, int most) =>
            context
                .Briefings.Where(row => row.Series == series && row.IsHeld && !row.IsSample)
                .OrderByDescending(row => row.Date)
                .ThenByDescending(row => row.Id)
                .Take(most)
                .Select(row => new HeldBriefing(new BriefingKey(row.Series, row.Date, row.Edition), row.HeldFor))
    );

    private readonly Func<ArchiveContext, string, int, IAsyncEnumerable<DateOnly>> _dates = EF.CompileAsyncQuery(
        (ArchiveContext context, string series, int count) =>
            context
                .Briefings.Where(briefing => briefing.Series == series && !briefing.IsHeld)
                .Select(briefing => briefing.Date)
                .Distinct()
                .OrderByDescending(date => date)
                .Take(count)
    );

    private readonly Func<ArchiveContext, int, CancellationToken, Task<string?>> _document = EF.CompileAsyncQuery(
        (ArchiveContext context, int briefing, CancellationToken _) =>
            context
                .Briefings.Where(row => row.Id == briefing && !row.IsHeld)
                .Join(
                    context.Revisions,
                    row => new { BriefingId = row.Id, Number = row.Revision },
                    revision => new { revision.BriefingId, revision.Number },
                    (row, revision) => revision.Markdown
                )
                .FirstOrDefault()
    );

    /// <summary>The newest briefing of a series, or null if there is none.</summary>
    /// <param name="onOrBefore">Only briefings of this day or earlier; null for all.</param>
    public Task<ArchivedBriefing?> NewestAsync(string series, DateOnly? onOrBefore, CancellationToken cancellationToken) =>
        NewestAsync(series, DateSpan.UpTo(onOrBefore), cancellationToken);

    /// <summary>The newest briefing of some days, or null if they have none.</summary>
    public async Task<ArchivedBriefing?> NewestAsync(string series, DateSpan days, CancellationToken cancellationToken) =>
        await _reads.KeptAsync(
            ("newest", series, days),
            context => _newest(context, series, days.From, days.To, cancellationToken),
            cancellationToken
        );

    /// <summary>
    /// The briefing that a question is about: the newest of the days asked about; of a single day the edition named, else the one without a
    /// name, else its newest.
    /// </summary>
    public Task<ArchivedBriefing?> AskedAsync(string series, DateSpan days, string edition, CancellationToken cancellationToken) =>
        days.IsDay ? OfDayAsync(series, days.From, edition, cancellationToken) : NewestAsync(series, days, cancellationToken);

    /// <summary>Briefings that wait for confirmation, the newest day first.</summary>
    /// <param name="most">At most so many.</param>
    public async Task<IReadOnlyList<HeldBriefing>> HeldAsync(string series, int most, CancellationToken cancellationToken) =>
        await _reads.KeptAsync<IReadOnlyList<HeldBriefing>>(
            ("held", series, most),
            async context => await _held(context, series, most).ToListAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>The briefing of a day, or null.</summary>
    /// <param name="edition">Empty: the one without a name, or if the day has none the newest of its editions.</param>
    public async Task<ArchivedBriefing?> OfDayAsync(string series, DateOnly date, string edition, CancellationToken cancellationToken)
    {
        var editions = await EditionsAsync(series, date, cancellationToken);
        return editions.FirstOrDefault(briefing => briefing.Edition == edition)
            ?? (edition.Length == 0 && editions is [.., var last] ? last : null);
    }

    /// <summary>All briefings of a day, in the order in which they came.</summary>
    public async Task<IReadOnlyList<ArchivedBriefing>> EditionsAsync(string series, DateOnly date, CancellationToken cancellationToken) =>
        await _reads.KeptAsync<IReadOnlyList<ArchivedBriefing>>(
            ("editions", series, date),
            async context => await _ofDay(context, series, date).ToListAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>The newest briefing that has an item of a kind, or null.</summary>
    public Task<ArchivedBriefing?> NewestWithAsync(
        string series,
        ItemKind kind,
        DateOnly? onOrBefore,
        CancellationToken cancellationToken
    ) => NewestWithAsync(series, kind, DateSpan.UpTo(onOrBefore), cancellationToken);

    /// <summary>The newest briefing of some days that has an item of a kind, or null.</summary>
    public async Task<ArchivedBriefing?> NewestWithAsync(
        string series,
        ItemKind kind,
        DateSpan days,
        CancellationToken cancellationToken
    ) =>
        await _reads.KeptAsync(
            ("newest with", series, kind, days),
            context => _newestWith(context, series, kind, days.From, days.To, cancellationToken),
            cancellationToken
        );

    /// <summary>
    /// Day of the earliest briefing that came after a moment, among those no older than what had come before; null if none came. An old
    /// day that is filled in later is no news.
    /// </summary>
    public async Task<DateOnly?> FirstAfterAsync(string series, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var visible = context.Briefings.Where(row => row.Series == series && !row.IsHeld);
        var known = await visible
            .Where(row => row.ReceivedAt <= moment)
            .OrderByDescending(row => row.Date)
            .Select(row => (DateOnly?)row.Date)
            .FirstOrDefaultAsync(cancellationToken);
        var earliest = known ?? DateOnly.MinValue;
        return await visible
            .Where(row => row.ReceivedAt > moment && row.Date >= earliest)
            .OrderBy(row => row.Date)
            .Select(row => (DateOnly?)row.Date)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Days with a briefing, newest first.</summary>
    /// <param name="count">Maximum number of days.</param>
    public async Task<IReadOnlyList<DateOnly>> DatesAsync(string series, int count, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var dates = new List<DateOnly>();
        await foreach (var date in _dates(context, series, count).WithCancellation(cancellationToken))
        {
            dates.Add(date);
        }

        return dates;
    }

    /// <summary>The Markdown of a briefing's newest revision, or null if it is held or has been removed.</summary>
    public Task<string?> DocumentAsync(int briefing, CancellationToken cancellationToken) =>
        _reads.ReadAsync(context => _document(context, briefing, cancellationToken), cancellationToken);
}
