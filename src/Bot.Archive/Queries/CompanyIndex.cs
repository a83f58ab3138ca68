using Bot.Archive.Saving;
using Bot.Briefings.Model;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>
/// Reads the names of a series' companies. Briefings that are new since the last reading are added to what it found; only where one was
/// revised, held, confirmed, removed or read again are all names read. Thread-safe; one instance per process.
/// </summary>
internal sealed class CompanyIndex
{
    /// <summary>From here on all names are read faster.</summary>
    private const int MostAdded = 30;

    private readonly Func<ArchiveContext, string, IAsyncEnumerable<Stamp>> _stamps = EF.CompileAsyncQuery(
        (ArchiveContext context, string series) =>
            context
                .Briefings.Where(briefing => briefing.Series == series)
                .Select(briefing => new Stamp(briefing.Id, briefing.Revision, briefing.IsHeld, briefing.ReadBy))
    );

    private readonly Func<ArchiveContext, string, IAsyncEnumerable<KnownCompany>> _all = EF.CompileAsyncQuery(
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

    private readonly Func<ArchiveContext, int[], IAsyncEnumerable<Named>> _named = EF.CompileAsyncQuery(
        (ArchiveContext context, int[] briefings) =>
            context
                .Mentions.Where(mention => briefings.Contains(mention.BriefingId) && !mention.IsHeld)
                .Join(
                    context.Companies,
                    mention => mention.CompanyKey,
                    company => company.Key,
                    (mention, company) => new Named(company.Key, company.Name, mention.Role, mention.Date)
                )
    );

    // Rounds whose entry spells the company in another way, too; few do.
    private readonly Func<ArchiveContext, string, IAsyncEnumerable<Spelled>> _allSpelled = EF.CompileAsyncQuery(
        (ArchiveContext context, string series) =>
            context
                .Items.Where(item =>
                    item.Series == series
                    && item.Kind == Entities.ItemKind.Funding
                    && !item.IsHeld
                    && item.GoneInRevision == null
                    && item.CompanyKey != null
                    && item.Data.Contains("\"aliases\":[\"")
                )
                .Select(item => new Spelled(item.CompanyKey!, item.Date, item.Data))
    );

    private readonly Func<ArchiveContext, int[], IAsyncEnumerable<Spelled>> _spelled = EF.CompileAsyncQuery(
        (ArchiveContext context, int[] briefings) =>
            context
                .Items.Where(item =>
                    briefings.Contains(item.BriefingId)
                    && item.Kind == Entities.ItemKind.Funding
                    && !item.IsHeld
                    && item.GoneInRevision == null
                    && item.CompanyKey != null
                    && item.Data.Contains("\"aliases\":[\"")
                )
                .Select(item => new Spelled(item.CompanyKey!, item.Date, item.Data))
    );

    /// <param name="before">What the last reading found; null for the first.</param>
    public async Task<Reading> ReadAsync(ArchiveContext context, string series, Reading? before, CancellationToken cancellationToken)
    {
        // Before the names, so that at worst a briefing is added twice, which changes nothing.
        var stamps = new Dictionary<int, Stamp>();
        await foreach (var stamp in _stamps(context, series).WithCancellation(cancellationToken))
        {
            stamps[stamp.Briefing] = stamp;
        }

        if (before is not null && before.Stamps.All(stamp => stamps.TryGetValue(stamp.Key, out var now) && now == stamp.Value))
        {
            int[] added = [.. stamps.Keys.Where(briefing => !before.Stamps.ContainsKey(briefing))];
            if (added.Length <= MostAdded)
            {
                return added.Length == 0 ? before : await AddAsync(context, before, stamps, added, cancellationToken);
            }
        }

        var companies = new List<KnownCompany>();
        await foreach (var company in _all(context, series).WithCancellation(cancellationToken))
        {
            companies.Add(company);
        }

        var aliases = await AliasesAsync(_allSpelled(context, series), new Dictionary<string, Alias>(), cancellationToken);
        return new Reading(SnapshotOf(companies, aliases), stamps, aliases);
    }

    private async Task<Reading> AddAsync(
        ArchiveContext context,
        Reading before,
        Dictionary<int, Stamp> stamps,
        int[] added,
        CancellationToken cancellationToken
    )
    {
        var companies = before.Companies.Companies.ToDictionary(company => company.Key, StringComparer.Ordinal);
        var rows = await _named(context, added).ToListAsync(cancellationToken);
        foreach (var row in rows.Where(row => row.Role is MentionRole.Funded or MentionRole.Investor))
        {
            if (!companies.TryGetValue(row.Key, out var known) || known.LastNamed < row.Date)
            {
                companies[row.Key] = new KnownCompany(row.Key, row.Name, row.Date);
            }
        }

        // Any mention may change how a company is spelled.
        foreach (var row in rows)
        {
            if (companies.TryGetValue(row.Key, out var known))
            {
                companies[row.Key] = known with { Name = row.Name };
            }
        }

        var aliases = await AliasesAsync(_spelled(context, added), before.Aliases, cancellationToken);
        return new Reading(SnapshotOf(companies.Values, aliases), stamps, aliases);
    }

    private static async Task<Dictionary<string, Alias>> AliasesAsync(
        IAsyncEnumerable<Spelled> rows,
        IReadOnlyDictionary<string, Alias> before,
        CancellationToken cancellationToken
    )
    {
        var aliases = new Dictionary<string, Alias>(before, StringComparer.Ordinal);
        await foreach (var (key, date, data) in rows.WithCancellation(cancellationToken))
        {
            foreach (var alias in EntryJson.ReadFunding(data).Aliases.Select(CompanyName.Key).Where(alias => alias.Length > 0))
            {
                if (!aliases.TryGetValue(alias, out var known) || known.Date <= date)
                {
                    aliases[alias] = new Alias(key, date);
                }
            }
        }

        return aliases;
    }

    private static CompanySnapshot SnapshotOf(IEnumerable<KnownCompany> companies, Dictionary<string, Alias> aliases) =>
        new([.. companies]) { Aliases = aliases.ToDictionary(alias => alias.Key, alias => alias.Value.Key, StringComparer.Ordinal) };

    /// <summary>What a reading found, and of which briefings.</summary>
    internal sealed record Reading(
        CompanySnapshot Companies,
        IReadOnlyDictionary<int, Stamp> Stamps,
        IReadOnlyDictionary<string, Alias> Aliases
    );

    /// <summary>Changes whenever a briefing's names may have changed.</summary>
    internal sealed record Stamp(int Briefing, int Revision, bool IsHeld, string ReadBy);

    /// <param name="Key">The company's.</param>
    /// <param name="Date">Of the newest briefing that says so.</param>
    internal sealed record Alias(string Key, DateOnly Date);

    private sealed record Named(string Key, string Name, MentionRole Role, DateOnly Date);

    private sealed record Spelled(string Company, DateOnly Date, string Data);
}
