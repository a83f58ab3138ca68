using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Briefings.Model;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>
/// Finds outlooks. Those of held briefings and those dropped by a later revision are never returned. Thread-safe; one
/// instance per process.
/// </summary>
public sealed class OutlookQueries(IDbContextFactory<ArchiveContext> contexts)
{
    /// <summary>An entry as objects, roughly.</summary>
    private const int EntryBytes = 2_000;

    private readonly ArchiveReads _reads = new(contexts);

    private readonly Func<ArchiveContext, string, DateOnly, DateOnly, CancellationToken, Task<ArchivedBriefing?>> _newest =
        EF.CompileAsyncQuery(
            (ArchiveContext context, string series, DateOnly from, DateOnly to, CancellationToken _) =>
                context
                    .Items.Where(item =>
                        item.Series == series
                        && item.Kind == ItemKind.Outlook
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

    private readonly Func<
        ArchiveContext,
        string,
        Horizon,
        DateOnly,
        DateOnly,
        CancellationToken,
        Task<ArchivedBriefing?>
    > _newestOfHorizon = EF.CompileAsyncQuery(
        (ArchiveContext context, string series, Horizon horizon, DateOnly from, DateOnly to, CancellationToken _) =>
            context
                .Items.Where(item =>
                    item.Series == series
                    && item.Kind == ItemKind.Outlook
                    && item.Horizon == horizon
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

    private readonly Func<ArchiveContext, int, IAsyncEnumerable<string>> _ofBriefing = EF.CompileAsyncQuery(
        (ArchiveContext context, int briefing) =>
            context
                .Items.Where(item =>
                    item.BriefingId == briefing && item.Kind == ItemKind.Outlook && !item.IsHeld && item.GoneInRevision == null
                )
                .OrderBy(item => item.Ordinal)
                .Select(item => item.Data)
    );

    /// <summary>
    /// The outlooks of the newest briefing that has any (for a horizon) in a range of days; null if there are none.
    /// </summary>
    /// <param name="horizon">
    /// The briefing must have this horizon; null for any. The result contains all of the briefing's outlooks.
    /// </param>
    public async Task<ArchivedOutlook?> NewestAsync(string series, Horizon? horizon, DateSpan days, CancellationToken cancellationToken)
    {
        var (from, to) = days;
        return await _reads.KeptAsync(
            ("newest outlook", series, horizon, days),
            async context =>
            {
                var briefing = horizon is { } wanted
                    ? await _newestOfHorizon(context, series, wanted, from, to, cancellationToken)
                    : await _newest(context, series, from, to, cancellationToken);
                return briefing is null ? null : await OfBriefingAsync(context, briefing, cancellationToken);
            },
            Bytes,
            cancellationToken
        );
    }

    /// <summary>The outlooks of one briefing; null if it has none (of the horizon).</summary>
    public async Task<ArchivedOutlook?> OfBriefingAsync(ArchivedBriefing briefing, Horizon? horizon, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        var found = await _reads.KeptAsync(
            ("outlook", briefing),
            context => OfBriefingAsync(context, briefing, cancellationToken),
            Bytes,
            cancellationToken
        );
        return found.Entries.Any(entry => horizon is null || entry.Horizon == horizon) ? found : null;
    }

    private static int Bytes(ArchivedOutlook? found) => ArchiveReads.RowBytes + ((found?.Entries.Count ?? 0) * EntryBytes);

    private async Task<ArchivedOutlook> OfBriefingAsync(
        ArchiveContext context,
        ArchivedBriefing briefing,
        CancellationToken cancellationToken
    )
    {
        var entries = new List<Outlook>();
        await foreach (var data in _ofBriefing(context, briefing.Id).WithCancellation(cancellationToken))
        {
            entries.Add(EntryJson.ReadOutlook(data));
        }

        return new ArchivedOutlook(briefing, entries);
    }
}
