using System.Collections.Concurrent;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Briefings.Model;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>Finds companies and their mentions. Thread-safe; one instance per process.</summary>
public sealed class CompanyQueries(IDbContextFactory<ArchiveContext> contexts, TimeProvider clock)
{
    /// <summary>How long a snapshot is used without checking, and the least time between two rereadings.</summary>
    public static readonly TimeSpan Staleness = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Kept> _snapshots = new(StringComparer.Ordinal);

    private readonly ArchiveReads _reads = new(contexts);

    private readonly CompanyIndex _names = new();

    private readonly Func<ArchiveContext, int, string, IAsyncEnumerable<ArchivedMention>> _mentions = EF.CompileAsyncQuery(
        (ArchiveContext context, int briefing, string company) =>
            context
                .Mentions.Where(mention => mention.BriefingId == briefing && mention.CompanyKey == company && !mention.IsHeld)
                .OrderBy(mention => mention.SectionOrder)
                .Select(mention => new ArchivedMention(mention.Role, mention.SectionOrder))
    );

    /// <summary>
    /// The companies of a series that raised or invested, for finding similar names. Cached in memory and reread when the archive has
    /// changed: for a question at once, unless they were reread less than <see cref="Staleness"/> ago; outside of questions this is checked
    /// at most once per <see cref="Staleness"/>. Exact names are looked up in the database and are never stale.
    /// </summary>
    public async Task<CompanySnapshot> KnownAsync(string series, CancellationToken cancellationToken)
    {
        var asked = _reads.Version;
        if (
            _snapshots.TryGetValue(series, out var kept)
            && (kept.Version == asked || clock.GetElapsedTime(asked is null ? kept.LookedAt : kept.ReadAt) < Staleness)
        )
        {
            if (kept.Version != asked)
            {
                ReadModel.Current?.KeepForItself();
            }

            return kept.Companies;
        }

        var lookedAt = clock.GetTimestamp();
        return await _reads.ReadAsync(
            async context =>
            {
                // Before the companies, so at worst they are read once more than necessary.
                var version = asked ?? await ChangeCounts.ReadAsync(context, ChangeCount.Briefings, cancellationToken);
                if (kept is not null && kept.Version == version)
                {
                    _snapshots[series] = kept with { LookedAt = lookedAt };
                    return kept.Companies;
                }

                var read = await _names.ReadAsync(context, series, kept?.Reading, cancellationToken);
                if (read.Companies.Companies.Count == 0)
                {
                    // Not cached: a series without companies may be a made-up name.
                    _snapshots.TryRemove(series, out _);
                    return CompanySnapshot.Empty;
                }

                _snapshots[series] = new Kept(version, read, lookedAt, lookedAt);
                return read.Companies;
            },
            cancellationToken
        );
    }

    /// <summary>The places in a briefing that name a company, in the briefing's order.</summary>
    public async Task<IReadOnlyList<ArchivedMention>> MentionsAsync(int briefing, string company, CancellationToken cancellationToken) =>
        await _reads.KeptAsync<IReadOnlyList<ArchivedMention>>(
            ("mentions", briefing, company),
            async context => await _mentions(context, briefing, company).ToListAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>The newest briefings whose headlines or running text name a company, the newest first.</summary>
    /// <param name="most">At most so many.</param>
    public async Task<IReadOnlyList<(ArchivedBriefing Briefing, string Name)>> NamedInAsync(
        string series,
        string company,
        DateSpan days,
        int most,
        CancellationToken cancellationToken
    )
    {
        return await _reads.ReadAsync(context => NamedInAsync(context, series, company, days, most, cancellationToken), cancellationToken);
    }

    private static async Task<IReadOnlyList<(ArchivedBriefing Briefing, string Name)>> NamedInAsync(
        ArchiveContext context,
        string series,
        string company,
        DateSpan days,
        int most,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = days;
        var rows = await context
            .Mentions.Where(mention =>
                mention.Series == series
                && mention.CompanyKey == company
                && (mention.Role == MentionRole.Headline || mention.Role == MentionRole.Text)
                && mention.Date >= from
                && mention.Date <= to
                && !mention.IsHeld
            )
            .GroupBy(mention => mention.BriefingId)
            .Select(place => new
            {
                Briefing = place.Key,
                Date = place.Max(mention => mention.Date),
                Name = place.Min(mention => mention.Name),
            })
            .OrderByDescending(place => place.Date)
            .ThenByDescending(place => place.Briefing)
            .Take(most)
            .Join(
                context.Briefings,
                place => place.Briefing,
                briefing => briefing.Id,
                (place, briefing) =>
                    new
                    {
                        place.Name,
                        Briefing = new ArchivedBriefing(
                            briefing.Id,
                            briefing.Series,
                            briefing.Date,
                            briefing.Edition,
                            briefing.Revision,
                            briefing.IsSample
                        ),
                    }
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderByDescending(row => row.Briefing.Date)
                .ThenByDescending(row => row.Briefing.Id)
                .Select(row => (row.Briefing, row.Name ?? "")),
        ];
    }

    /// <param name="Version">The archive's change counter before it was read.</param>
    /// <param name="ReadAt">When it was read.</param>
    /// <param name="LookedAt">When it was last seen to be of the archive as it is.</param>
    private sealed record Kept(long Version, CompanyIndex.Reading Reading, long ReadAt, long LookedAt)
    {
        public CompanySnapshot Companies => Reading.Companies;
    }
}
