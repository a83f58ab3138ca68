using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>Lists the briefings of a series, held ones left out. Thread-safe; one instance per process.</summary>
public sealed class IssueQueries(IDbContextFactory<ArchiveContext> contexts)
{
    /// <summary>Years with a briefing, and how many each has; the newest first.</summary>
    public async Task<IReadOnlyList<(int Year, int Count)>> YearsAsync(string series, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var years = await Issues(context, series)
            .GroupBy(briefing => briefing.Date.Year)
            .Select(group => new { Year = group.Key, Count = group.Count() })
            .OrderByDescending(year => year.Year)
            .ToListAsync(cancellationToken);
        return years.ConvertAll(year => (year.Year, year.Count));
    }

    /// <summary>Every briefing of a year, the newest day first; the editions of a day in the order in which they came.</summary>
    public async Task<IReadOnlyList<ArchivedIssue>> OfYearAsync(string series, int year, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var issues = await Issues(context, series)
            .Where(briefing => briefing.Date >= first && briefing.Date <= last)
            .OrderByDescending(briefing => briefing.Date)
            .ThenBy(briefing => briefing.Id)
            .Select(briefing => new
            {
                Briefing = new ArchivedBriefing(
                    briefing.Id,
                    briefing.Series,
                    briefing.Date,
                    briefing.Edition,
                    briefing.Revision,
                    briefing.IsSample
                ),
                briefing.Title,
            })
            .ToListAsync(cancellationToken);
        var items = context.Items.Where(item =>
            item.Series == series && item.Date >= first && item.Date <= last && item.GoneInRevision == null && !item.IsHeld
        );
        var counts = (
            await items
                .GroupBy(item => new { item.BriefingId, item.Kind })
                .Select(group => new
                {
                    group.Key.BriefingId,
                    group.Key.Kind,
                    Count = group.Count(),
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(count => count.BriefingId);
        var news = await items
            .Where(item => item.Kind == ItemKind.News && item.Ordinal == 1)
            .Select(item => new { item.BriefingId, item.Headline })
            .ToListAsync(cancellationToken);
        var headlines = news.ToLookup(item => item.BriefingId, item => item.Headline);
        return issues.ConvertAll(issue => new ArchivedIssue(
            issue.Briefing,
            issue.Title,
            headlines[issue.Briefing.Id].FirstOrDefault(),
            counts[issue.Briefing.Id].ToDictionary(count => count.Kind, count => count.Count)
        ));
    }

    /// <summary>The nearest days with a briefing before and after a day; null where there is none.</summary>
    public async Task<(DateOnly? Before, DateOnly? After)> AroundAsync(string series, DateOnly day, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var dates = Issues(context, series).Select(briefing => (DateOnly?)briefing.Date);
        return (
            await dates.Where(date => date < day).OrderByDescending(date => date).FirstOrDefaultAsync(cancellationToken),
            await dates.Where(date => date > day).OrderBy(date => date).FirstOrDefaultAsync(cancellationToken)
        );
    }

    /// <summary>Companies with a current funding round in a briefing, as its author spells them, in the briefing's order.</summary>
    public async Task<IReadOnlyList<string>> CompaniesAsync(int briefing, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var names = await context
            .Items.Where(item =>
                item.BriefingId == briefing && item.Kind == ItemKind.Funding && item.GoneInRevision == null && item.CompanyKey != null
            )
            .OrderBy(item => item.Ordinal)
            .Select(item => new { item.CompanyKey, item.Headline })
            .ToListAsync(cancellationToken);
        return [.. names.DistinctBy(name => name.CompanyKey).Select(name => name.Headline)];
    }

    private static IQueryable<StoredBriefing> Issues(ArchiveContext context, string series) =>
        context.Briefings.AsNoTracking().Where(briefing => briefing.Series == series && !briefing.IsHeld);
}
