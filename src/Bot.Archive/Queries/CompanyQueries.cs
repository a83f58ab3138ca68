using System.Collections.Concurrent;
using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Briefings.Model;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>Finds companies and their mentions. Thread-safe; one instance per process.</summary>
public sealed class CompanyQueries(IDbContextFactory<ArchiveContext> contexts, TimeProvider clock)
{
    /// <summary>How long a snapshot is used without checking; a check takes a millisecond with ten years of briefings.</summary>
    public static readonly TimeSpan Staleness = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Kept> _snapshots = new(StringComparer.Ordinal);

    private readonly Func<ArchiveContext, string, CancellationToken, Task<ArchiveVersion?>> _version = EF.CompileAsyncQuery(
        (ArchiveContext context, string series, CancellationToken _) =>
            context
                .Briefings.Where(briefing => briefing.Series == series)
                .GroupBy(briefing => briefing.Series)
                .Select(all => new ArchiveVersion(
                    all.Count(),
                    all.Max(briefing => briefing.RevisedAt),
                    all.Count(briefing => briefing.IsHeld),
                    all.Sum(briefing => briefing.Revision)
                ))
                .FirstOrDefault()
    );

    private readonly Func<ArchiveContext, string, IAsyncEnumerable<KnownCompany>> _known = EF.CompileAsyncQuery(
        (ArchiveContext context, string series) =>
            context
                .Mentions.Where(mention =>
                    mention.Series == series
                    && !mention.IsHeld
                    && (mention.Role == MentionRole.Funded || mention.Role == MentionRole.Investor)
                )
                .GroupBy(mention => mention.CompanyKey)
                .Select(mentions => new { Key = mentions.Key, LastNamed = mentions.Max(mention => mention.Date) })
                .Join(
                    context.Companies,
                    mention => mention.Key,
                    company => company.Key,
                    (mention, company) => new KnownCompany(company.Key, company.Name, mention.LastNamed)
                )
    );

    // Rounds whose entry spells the company in another way, too; few do.
    private readonly Func<ArchiveContext, string, IAsyncEnumerable<Spelled>> _spelled = EF.CompileAsyncQuery(
        (ArchiveContext context, string series) =>
            context
                .Items.Where(item =>
                    item.Series == series
                    && item.Kind == ItemKind.Funding
                    && !item.IsHeld
                    && item.GoneInRevision == null
                    && item.CompanyKey != null
                    && item.Data.Contains("\"aliases\":[\"")
                )
                .OrderBy(item => item.Date)
                .Select(item => new Spelled(item.CompanyKey!, item.Data))
    );

    private readonly Func<ArchiveContext, int, string, IAsyncEnumerable<ArchivedMention>> _mentions = EF.CompileAsyncQuery(
        (ArchiveContext context, int briefing, string company) =>
            context
                .Mentions.Where(mention => mention.BriefingId == briefing && mention.CompanyKey == company && !mention.IsHeld)
                .OrderBy(mention => mention.SectionOrder)
                .Select(mention => new ArchivedMention(mention.Role, mention.SectionOrder))
    );

    /// <summary>
    /// The companies of a series that raised or invested, for finding similar names. Cached in memory and reread when the
    /// series' briefings change; this is checked at most once per <see cref="Staleness"/>, so anything stored longer ago
    /// is included. Exact names are looked up in the database and are never stale.
    /// </summary>
    public async Task<CompanySnapshot> KnownAsync(string series, CancellationToken cancellationToken)
    {
        if (_snapshots.TryGetValue(series, out var kept) && clock.GetElapsedTime(kept.LookedAt) < Staleness)
        {
            return kept.Companies;
        }

        var lookedAt = clock.GetTimestamp();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await _version(context, series, cancellationToken) is not { } current)
        {
            // Not cached: a series without briefings may be a made-up name.
            return CompanySnapshot.Empty;
        }

        if (kept is not null && kept.Version == current)
        {
            _snapshots[series] = kept with { LookedAt = lookedAt };
            return kept.Companies;
        }

        var companies = new List<KnownCompany>();
        await foreach (var company in _known(context, series).WithCancellation(cancellationToken))
        {
            companies.Add(company);
        }

        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var (key, data) in _spelled(context, series).WithCancellation(cancellationToken))
        {
            foreach (var alias in EntryJson.ReadFunding(data).Aliases.Select(CompanyName.Key).Where(alias => alias.Length > 0))
            {
                aliases[alias] = key;
            }
        }

        var snapshot = new CompanySnapshot(companies) { Aliases = aliases };
        // The version was read before the companies, so at worst they are read once more than necessary.
        _snapshots[series] = new Kept(current, snapshot, lookedAt);
        return snapshot;
    }

    /// <summary>The places in a briefing that name a company, in the briefing's order.</summary>
    public async Task<IReadOnlyList<ArchivedMention>> MentionsAsync(int briefing, string company, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var places = new List<ArchivedMention>();
        await foreach (var place in _mentions(context, briefing, company).WithCancellation(cancellationToken))
        {
            places.Add(place);
        }

        return places;
    }

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
        var (from, to) = days;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
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

    private sealed record Spelled(string Company, string Data);

    private sealed record Kept(ArchiveVersion Version, CompanySnapshot Companies, long LookedAt);

    /// <summary>Changes whenever a briefing is stored, revised, confirmed or removed.</summary>
    private sealed record ArchiveVersion(int Briefings, DateTimeOffset RevisedAt, int Held, int Revisions);
}
