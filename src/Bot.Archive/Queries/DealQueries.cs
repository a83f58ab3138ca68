using Bot.Archive.Entities;
using Bot.Briefings.Model;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>
/// Finds deals: financing events with all their reports in one series. Held briefings and rounds dropped by a later revision never count.
/// Thread-safe; one instance per process.
/// </summary>
public sealed class DealQueries(IDbContextFactory<ArchiveContext> contexts)
{
    /// <summary>A report as objects, roughly.</summary>
    private const int ReportBytes = 3_000;

    private const int DaysReadByAmount = 400;

    private readonly ArchiveReads _reads = new(contexts);

    private readonly DealReports _reports = new();

    private readonly Func<ArchiveContext, string, string, DateOnly, DateOnly, IAsyncEnumerable<Listed>> _ofCompany = EF.CompileAsyncQuery(
        (ArchiveContext context, string series, string company, DateOnly from, DateOnly to) =>
            context
                .Items.Where(item =>
                    item.Series == series
                    && item.CompanyKey == company
                    && item.Date >= from
                    && item.Date <= to
                    && !item.IsHeld
                    && item.GoneInRevision == null
                )
                .GroupBy(item => item.DealId)
                .Select(deal => new Listed(deal.Key ?? 0, deal.Max(item => item.Date)))
    );

    private readonly InvestorDeals _investor = new();

    /// <summary>Deals in which a company raised, the newest report first.</summary>
    /// <param name="company"><see cref="CompanyName.Key"/>.</param>
    /// <param name="skip">Number of deals to skip, 0 or more; past the end: none.</param>
    /// <param name="take">Maximum number of deals, 1 or more.</param>
    public async Task<DealPage> OfCompanyAsync(
        string series,
        string company,
        DateSpan days,
        int skip,
        int take,
        CancellationToken cancellationToken
    ) =>
        await _reads.KeptAsync(
            ("deals of company", series, company, days, (skip, take)),
            async context =>
            {
                var listed = await ListAsync(_ofCompany(context, series, company, days.From, days.To), cancellationToken);
                return await PageAsync(context, series, days, listed, skip, take, cancellationToken);
            },
            Bytes,
            cancellationToken
        );

    /// <summary>Deals in which a company invested, the newest report first, and its name as the newest of all spells it.</summary>
    public async Task<(DealPage Deals, string? Name)> OfInvestorAsync(
        string series,
        string company,
        DateSpan days,
        int skip,
        int take,
        CancellationToken cancellationToken
    ) =>
        await _reads.KeptAsync<(DealPage, string?)>(
            ("deals of investor", series, company, days, (skip, take)),
            async context =>
            {
                var count = await _investor.CountAsync(context, series, company, days, cancellationToken);
                if (count == 0)
                {
                    return (DealPage.Empty, null);
                }

                var (newest, shown) = await _investor.PageAsync(context, series, company, days, skip, take, cancellationToken);
                var page = await ReadAsync(context, series, days, shown, cancellationToken);
                return (new DealPage(page, count, newest), await _investor.NameAsync(context, series, company, cancellationToken));
            },
            found => Bytes(found.Item1),
            cancellationToken
        );

    /// <summary>Deals that satisfy a filter, the newest report first.</summary>
    public async Task<DealPage> FindAsync(DealFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return await _reads.KeptAsync(
            ("deals", KeyOf(filter), (skip, take)),
            async context =>
            {
                var rows = Matching(context, filter);
                var count = await rows.Select(item => item.DealId).Distinct().CountAsync(cancellationToken);
                var sorted = rows.OrderByDescending(item => item.Date).Select(item => new ListedReport(item.DealId ?? 0, item.Date));
                var (newest, shown) =
                    count == 0
                        ? (null, [])
                        : await NewestDeals.PageAsync(most => sorted.Take(most).AsAsyncEnumerable(), skip, take, cancellationToken);
                return new DealPage(await ReadAsync(context, filter.Series, filter.Days, shown, cancellationToken), count, newest);
            },
            Bytes,
            cancellationToken
        );
    }

    /// <summary>Deals that satisfy a filter, the one whose first report is oldest first.</summary>
    public async Task<DealPage> OldestAsync(DealFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = Matching(context, filter)
            .GroupBy(item => item.DealId)
            .Select(deal => new Listed(deal.Key ?? 0, deal.Min(item => item.Date)));
        var listed = await ListAsync(rows.AsAsyncEnumerable(), cancellationToken);
        var page = await PageAsync(
            context,
            filter.Series,
            filter.Days,
            [.. listed.OrderBy(deal => deal.Last).ThenBy(deal => deal.Deal)],
            skip,
            take,
            cancellationToken
        );
        return page;
    }

    /// <summary>The largest deals of one currency. Reads no more than the page and what lies above it.</summary>
    /// <returns>At most <paramref name="take"/> deals; the total is what was looked at, and one more if there are more.</returns>
    public async Task<DealPage> LargestAsync(DealFilter filter, string currency, int skip, int take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return await _reads.KeptAsync(
            ("largest deals", KeyOf(filter), currency, (skip, take)),
            context => LargestAsync(context, filter, currency, skip, take, cancellationToken),
            Bytes,
            cancellationToken
        );
    }

    private async Task<DealPage> LargestAsync(
        ArchiveContext context,
        DealFilter filter,
        string currency,
        int skip,
        int take,
        CancellationToken cancellationToken
    )
    {
        // Of all days or years by the largest amounts, else by the days.
        var isLong = filter.Days.To.DayNumber - filter.Days.From.DayNumber > DaysReadByAmount;
        var sorted = Matching(context, filter, byAmount: isLong)
            .Where(item => item.Currency == currency && item.AmountTo != null)
            .OrderByDescending(item => item.AmountTo)
            .ThenByDescending(item => item.Date)
            .ThenBy(item => item.Id)
            // The briefing is read for SQLite's sake: else the listing's index holds all that is asked, and is gone through whole.
            .Select(item => new
            {
                item.DealId,
                item.Date,
                item.BriefingId,
            });
        var wanted = skip + take + 1;
        List<Listed> listed;
        for (var rows = wanted * 4; ; rows *= 4)
        {
            var read = await sorted.Take(rows).ToListAsync(cancellationToken);
            listed = [.. read.Select(row => new Listed(row.DealId ?? 0, row.Date)).DistinctBy(row => row.Deal)];
            if (listed.Count >= wanted || read.Count < rows)
            {
                break;
            }
        }

        return await PageAsync(context, filter.Series, filter.Days, [.. listed.Take(wanted)], skip, take, cancellationToken);
    }

    /// <summary>
    /// Number of reports by currency among those that satisfy a filter, the most first; those without an amount are left out.
    /// </summary>
    public async Task<IReadOnlyList<(string Currency, int Reports)>> CurrenciesAsync(DealFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return await _reads.KeptAsync(
            ("currencies", KeyOf(filter)),
            context => CurrenciesAsync(context, filter, cancellationToken),
            cancellationToken
        );
    }

    private static async Task<IReadOnlyList<(string Currency, int Reports)>> CurrenciesAsync(
        ArchiveContext context,
        DealFilter filter,
        CancellationToken cancellationToken
    )
    {
        var counts = await Matching(context, filter)
            .Where(item => item.Currency != null && item.AmountTo != null)
            .GroupBy(item => item.Currency!)
            .Select(group => new { Currency = group.Key, Reports = group.Count() })
            .ToListAsync(cancellationToken);
        return
        [
            .. counts
                .OrderByDescending(row => row.Reports)
                .ThenByDescending(row => row.Currency == "USD")
                .ThenBy(row => row.Currency, StringComparer.Ordinal)
                .Select(row => (row.Currency, row.Reports)),
        ];
    }

    /// <summary>Those of some deals that are reported in a range of days.</summary>
    /// <param name="deals">Their numbers.</param>
    public async Task<IReadOnlySet<long>> ReportedAsync(
        string series,
        IReadOnlyCollection<long> deals,
        DateSpan days,
        CancellationToken cancellationToken
    )
    {
        return await _reads.ReadAsync(context => ReportedAsync(context, series, deals, days, cancellationToken), cancellationToken);
    }

    private static async Task<IReadOnlySet<long>> ReportedAsync(
        ArchiveContext context,
        string series,
        IReadOnlyCollection<long> deals,
        DateSpan days,
        CancellationToken cancellationToken
    )
    {
        // By the deals alone, as above.
        var reports = await context
            .Items.Where(item => item.DealId != null && deals.Contains(item.DealId.Value) && !item.IsHeld && item.GoneInRevision == null)
            .Select(item => new
            {
                Deal = item.DealId!.Value,
                item.Series,
                item.Date,
            })
            .ToListAsync(cancellationToken);
        return reports.Where(report => report.Series == series && days.Contains(report.Date)).Select(report => report.Deal).ToHashSet();
    }

    /// <summary>All that a filter asks for, as a key.</summary>
    private static (string, DateSpan, string, string?, AmountRange?) KeyOf(DealFilter filter) =>
        (filter.Series, filter.Days, string.Join('\n', filter.Companies), filter.Stage, filter.Amount);

    private static int Bytes(DealPage page) => ArchiveReads.RowBytes + (page.Items.Sum(deal => deal.Reports.Count) * ReportBytes);

    /// <param name="byAmount">The rows are read by their amounts, which only rounds have.</param>
    private static IQueryable<StoredItem> Matching(ArchiveContext context, DealFilter filter, bool byAmount = false)
    {
        var (from, to) = filter.Days;
        var rows = context.Items.Where(item =>
            item.Series == filter.Series && item.Date >= from && item.Date <= to && !item.IsHeld && item.GoneInRevision == null
        );
        if (filter.Companies is { Count: 1 })
        {
            // Only rounds have a company. Where their kind is asked for as well, SQLite reads all rounds by it.
            var company = filter.Companies.First();
            rows = rows.Where(item => item.CompanyKey == company);
        }
        else if (filter.Companies.Count > 0)
        {
            rows = rows.Where(item => item.CompanyKey != null && filter.Companies.Contains(item.CompanyKey));
        }
        else if (!byAmount)
        {
            rows = rows.Where(item => item.Kind == ItemKind.Funding);
        }

        if (filter.Stage is { } stage)
        {
            var extension = stage + "-extension";
            rows = rows.Where(item => item.Stage == stage || item.Stage == extension);
        }

        if (filter.Amount is { } amount)
        {
            var (least, most) = ((double?)amount.Least ?? double.MinValue, (double?)amount.Most ?? double.MaxValue);
            rows = amount.IsOpen
                ? rows.Where(item => item.Currency == amount.Currency && item.AmountFrom > least && item.AmountTo < most)
                : rows.Where(item => item.Currency == amount.Currency && item.AmountFrom >= least && item.AmountTo <= most);
        }

        return rows;
    }

    private static async Task<List<Listed>> ListAsync(IAsyncEnumerable<Listed> deals, CancellationToken cancellationToken)
    {
        var listed = new List<Listed>();
        await foreach (var deal in deals.WithCancellation(cancellationToken))
        {
            listed.Add(deal);
        }

        return [.. listed.OrderByDescending(deal => deal.Last).ThenBy(deal => deal.Deal)];
    }

    private async Task<DealPage> PageAsync(
        ArchiveContext context,
        string series,
        DateSpan days,
        IReadOnlyList<Listed> listed,
        int skip,
        int take,
        CancellationToken cancellationToken
    )
    {
        long?[] shown = [.. listed.Skip(skip).Take(take).Select(deal => (long?)deal.Deal)];
        return new DealPage(
            await ReadAsync(context, series, days, shown, cancellationToken),
            listed.Count,
            listed.Count == 0 ? null : listed.Max(deal => deal.Last)
        );
    }

    private async Task<IReadOnlyList<ArchivedDeal>> ReadAsync(
        ArchiveContext context,
        string series,
        DateSpan days,
        long?[] shown,
        CancellationToken cancellationToken
    )
    {
        var reports = await _reports.OfAsync(context, series, days, shown, cancellationToken);
        return [.. shown.Select(deal => new ArchivedDeal(deal!.Value, [.. reports[deal.Value]])).Where(deal => deal.Reports.Count > 0)];
    }

    private sealed record Listed(long Deal, DateOnly Last);
}
