using Bot.Briefings.Model;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>
/// Finds the deals of an investor by its mentions alone: an index holds all that is asked, and of thousands only the page is read.
/// Thread-safe.
/// </summary>
internal sealed class InvestorDeals
{
    private readonly Func<ArchiveContext, string, string, DateOnly, DateOnly, CancellationToken, Task<int>> _count = EF.CompileAsyncQuery(
        (ArchiveContext context, string series, string company, DateOnly from, DateOnly to, CancellationToken _) =>
            context
                .Mentions.Where(mention =>
                    mention.Series == series
                    && mention.CompanyKey == company
                    && mention.Role == MentionRole.Investor
                    && mention.Date >= from
                    && mention.Date <= to
                    && !mention.IsHeld
                    && mention.DealId != null
                )
                .Select(mention => mention.DealId)
                .Distinct()
                .Count()
    );

    private readonly Func<ArchiveContext, string, string, DateOnly, DateOnly, int, IAsyncEnumerable<ListedReport>> _newest =
        EF.CompileAsyncQuery(
            (ArchiveContext context, string series, string company, DateOnly from, DateOnly to, int rows) =>
                context
                    .Mentions.Where(mention =>
                        mention.Series == series
                        && mention.CompanyKey == company
                        && mention.Role == MentionRole.Investor
                        && mention.Date >= from
                        && mention.Date <= to
                        && !mention.IsHeld
                        && mention.DealId != null
                    )
                    .OrderByDescending(mention => mention.Date)
                    .Select(mention => new ListedReport(mention.DealId ?? 0, mention.Date))
                    .Take(rows)
        );

    private readonly Func<ArchiveContext, string, string, CancellationToken, Task<string?>> _name = EF.CompileAsyncQuery(
        (ArchiveContext context, string series, string company, CancellationToken _) =>
            context
                .Mentions.Where(mention =>
                    mention.Series == series
                    && mention.CompanyKey == company
                    && mention.Role == MentionRole.Investor
                    && mention.ItemId != null
                    && !mention.IsHeld
                )
                .OrderByDescending(mention => mention.Date)
                .Select(mention => mention.Name)
                .FirstOrDefault()
    );

    /// <summary>Number of deals that are reported in some days.</summary>
    public Task<int> CountAsync(
        ArchiveContext context,
        string series,
        string company,
        DateSpan days,
        CancellationToken cancellationToken
    ) => _count(context, series, company, days.From, days.To, cancellationToken);

    /// <summary>The investor's name as the newest round spells it.</summary>
    public Task<string?> NameAsync(ArchiveContext context, string series, string company, CancellationToken cancellationToken) =>
        _name(context, series, company, cancellationToken);

    /// <inheritdoc cref="NewestDeals.PageAsync"/>
    public Task<(DateOnly? Newest, long?[] Deals)> PageAsync(
        ArchiveContext context,
        string series,
        string company,
        DateSpan days,
        int skip,
        int take,
        CancellationToken cancellationToken
    ) => NewestDeals.PageAsync(rows => _newest(context, series, company, days.From, days.To, rows), skip, take, cancellationToken);
}
