using Bot.Briefings.Model;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>
/// Counts where companies are named: a section of a briefing (or its lead) counts once, however often it names them. Held briefings never
/// count. Thread-safe; one instance per process.
/// </summary>
public sealed class MentionQueries(IDbContextFactory<ArchiveContext> contexts)
{
    /// <summary>The places that name a company in some days, the newest first.</summary>
    /// <param name="company"><see cref="CompanyName.Key"/>.</param>
    public async Task<IReadOnlyList<NamedPlace>> OfCompanyAsync(
        string series,
        string company,
        DateSpan days,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = days;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context
            .Mentions.Where(mention =>
                mention.Series == series && mention.CompanyKey == company && mention.Date >= from && mention.Date <= to && !mention.IsHeld
            )
            .Select(mention => new
            {
                mention.Date,
                mention.BriefingId,
                mention.SectionOrder,
                mention.ItemId,
                mention.Name,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => (row.Date, row.BriefingId, row.SectionOrder))
                .Select(place => new NamedPlace(
                    place.Key.Date,
                    place.Key.BriefingId,
                    place.Key.SectionOrder,
                    place.First().Name,
                    [.. place.Select(row => row.ItemId).OfType<long>().Distinct()]
                ))
                .OrderByDescending(place => place.Date)
                .ThenByDescending(place => place.Briefing)
                .ThenBy(place => place.Section),
        ];
    }

    /// <summary>The companies that most places name in some days, with the days of those places; the most named first.</summary>
    /// <param name="most">Maximum number of companies.</param>
    public async Task<IReadOnlyList<NamedCompanyDays>> MostNamedAsync(
        string series,
        DateSpan days,
        int most,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = days;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // By way of the briefings, so that the days asked about are read and not the whole series.
        var rows = await context
            .Briefings.Where(briefing => briefing.Series == series && briefing.Date >= from && briefing.Date <= to && !briefing.IsHeld)
            .Join(
                context.Mentions,
                briefing => briefing.Id,
                mention => mention.BriefingId,
                (briefing, mention) => new { Briefing = briefing.Id, Mention = mention }
            )
            .Where(row => !row.Mention.IsHeld && row.Mention.Role != MentionRole.Text)
            .Select(row => new
            {
                row.Mention.CompanyKey,
                row.Mention.Name,
                row.Mention.Date,
                row.Briefing,
                row.Mention.SectionOrder,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => row.CompanyKey)
                .Select(company => new NamedCompanyDays(
                    company.Key,
                    company.OrderByDescending(row => row.Date).First().Name,
                    [.. company.DistinctBy(row => (row.Briefing, row.SectionOrder)).Select(row => row.Date)]
                ))
                .OrderByDescending(company => company.Days.Count)
                .ThenByDescending(company => company.Days.Max())
                .ThenBy(company => company.Key, StringComparer.Ordinal)
                .Take(most),
        ];
    }
}

/// <summary>A section of a briefing that names a company.</summary>
/// <param name="Section">0 for the lead.</param>
/// <param name="Name">As it is written there.</param>
/// <param name="Items">Ids of the items that name it; empty in running text.</param>
public sealed record NamedPlace(DateOnly Date, int Briefing, int Section, string Name, IReadOnlyList<long> Items);

/// <summary>A company and the days of the places that name it; a day stands as often as it has such places.</summary>
public sealed record NamedCompanyDays(string Key, string Name, IReadOnlyList<DateOnly> Days);
