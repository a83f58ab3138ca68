using System.Collections.Concurrent;
using Bot.Briefings.Model;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>Finds companies and the places that name them. Thread-safe; one instance per process.</summary>
public sealed class CompanyQueries(IDbContextFactory<ArchiveContext> contexts)
{
    private readonly ConcurrentDictionary<string, (ArchiveVersion Version, CompanySnapshot Companies)> _snapshots = new(StringComparer.Ordinal);

    private readonly Func<ArchiveContext, string, CancellationToken, Task<ArchiveVersion?>> _version =
        EF.CompileAsyncQuery((ArchiveContext context, string series, CancellationToken _) =>
            context.Briefings
                .Where(briefing => briefing.Series == series)
                .GroupBy(briefing => briefing.Series)
                .Select(all => new ArchiveVersion(all.Count(), all.Max(briefing => briefing.RevisedAt), all.Count(briefing => briefing.IsHeld), all.Sum(briefing => briefing.Revision)))
                .FirstOrDefault());

    private readonly Func<ArchiveContext, string, IAsyncEnumerable<KnownCompany>> _known =
        EF.CompileAsyncQuery((ArchiveContext context, string series) =>
            context.Mentions
                .Where(mention => mention.Series == series && !mention.IsHeld && (mention.Role == MentionRole.Funded || mention.Role == MentionRole.Investor))
                .GroupBy(mention => mention.CompanyKey)
                .Select(mentions => new { Key = mentions.Key, LastNamed = mentions.Max(mention => mention.Date) })
                .Join(context.Companies, mention => mention.Key, company => company.Key, (mention, company) => new KnownCompany(company.Key, company.Name, mention.LastNamed)));

    private readonly Func<ArchiveContext, int, string, IAsyncEnumerable<ArchivedMention>> _mentions =
        EF.CompileAsyncQuery((ArchiveContext context, int briefing, string company) =>
            context.Mentions
                .Where(mention => mention.BriefingId == briefing && mention.CompanyKey == company && !mention.IsHeld)
                .OrderBy(mention => mention.SectionOrder)
                .Select(mention => new ArchivedMention(mention.Role, mention.SectionOrder)));

    /// <summary>
    /// The companies of a series that raised or invested, for finding near names. Kept in memory and read again when
    /// the series' briefings changed; that is looked up at each call, so what is stored before a call is seen by it.
    /// </summary>
    public async Task<CompanySnapshot> KnownAsync(string series, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await _version(context, series, cancellationToken) is not { } current)
        {
            // Not kept: a series that has no briefing may be a name that somebody made up.
            return CompanySnapshot.Empty;
        }

        if (_snapshots.TryGetValue(series, out var kept) && kept.Version == current)
        {
            return kept.Companies;
        }

        var companies = new List<KnownCompany>();
        await foreach (var company in _known(context, series).WithCancellation(cancellationToken))
        {
            companies.Add(company);
        }

        var snapshot = new CompanySnapshot(companies);
        // The version was read before the companies: at worst they are read once more than needed.
        _snapshots[series] = (current, snapshot);
        return snapshot;
    }

    /// <summary>The places of a briefing that name a company, in the briefing's order.</summary>
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

    /// <summary>Changes with every stored, revised, confirmed or removed briefing.</summary>
    private sealed record ArchiveVersion(int Briefings, DateTimeOffset RevisedAt, int Held, int Revisions);
}
