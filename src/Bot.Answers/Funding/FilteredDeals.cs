using Bot.Answers.Companies;
using Bot.Archive.Queries;

namespace Bot.Answers.Funding;

/// <summary>Looks up deals by conditions: of several companies, by time, stage and amount, the largest, the sums.</summary>
public sealed class FilteredDeals(BriefingQueries briefings, DealQueries deals, CompanyQueries companies, CompanyList several)
{
    /// <summary>
    /// Sums of everything ever would grow with the archive: without a time they are of the last days, which the answer says.
    /// </summary>
    public const int DaysOfTotals = 30;

    /// <summary>The days whose deals are summed if a question names none; null without a briefing.</summary>
    public async Task<DateSpan?> DaysOfTotalsAsync(string series, CancellationToken cancellationToken) =>
        await briefings.NewestAsync(series, onOrBefore: null, cancellationToken) is { } newest
            ? new DateSpan(newest.Date.AddDays(1 - DaysOfTotals), newest.Date)
            : null;

    /// <summary>Null if the question names a company that the archive does not know.</summary>
    /// <param name="days">Only briefings of these days are searched.</param>
    public async Task<FundingAnswer?> AskAsync(
        string series,
        FundingArguments arguments,
        DateSpan days,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(arguments);
        IReadOnlyList<KnownCompany> named = [];
        if (arguments.Company.Length > 0)
        {
            if (arguments.Company.Length > CompanySpelling.MaxLength * 4)
            {
                return null;
            }

            named = several.Read(await companies.KnownAsync(series, cancellationToken), arguments.Company);
            if (named.Count == 0)
            {
                return null;
            }
        }

        if (await briefings.NewestAsync(series, onOrBefore: null, cancellationToken) is null)
        {
            return new FundingAnswer.NothingArchived();
        }

        var filter = new DealFilter(series, days)
        {
            Companies = [.. named.Select(company => company.Key)],
            Stage = arguments.Stage,
            Amount = arguments.Amount,
        };
        IReadOnlyList<string> names = [.. named.Select(company => company.Name)];
        return arguments.View switch
        {
            FundingView.Total => new FundingAnswer.Totals(filter, names, await deals.FindAsync(filter, 0, int.MaxValue, cancellationToken)),
            FundingView.Top => await LargestAsync(filter, names, arguments, cancellationToken),
            _ => new FundingAnswer.Matching(
                filter,
                names,
                await PageAsync(
                    skip =>
                        arguments.View == FundingView.First
                            ? deals.OldestAsync(filter, skip, FundingLookup.PageSize, cancellationToken)
                            : deals.FindAsync(filter, skip, FundingLookup.PageSize, cancellationToken),
                    arguments.Skip
                )
            ),
        };
    }

    private async Task<FundingAnswer> LargestAsync(
        DealFilter filter,
        IReadOnlyList<string> names,
        FundingArguments arguments,
        CancellationToken cancellationToken
    )
    {
        var currencies = await deals.CurrenciesAsync(filter, cancellationToken);
        var currency = arguments.Currency ?? arguments.Amount?.Currency ?? (currencies.Count > 0 ? currencies[0].Currency : "");
        var page = await PageAsync(
            skip => deals.LargestAsync(filter, currency, skip, FundingLookup.PageSize, cancellationToken),
            arguments.Skip
        );
        return new FundingAnswer.Largest(filter, names, currency, page, [.. currencies.Select(row => row.Currency)]);
    }

    /// <summary>A page past the end of the list is the first one.</summary>
    private static async Task<DealPage> PageAsync(Func<int, Task<DealPage>> read, int skip)
    {
        var page = await read(skip);
        return page.Items.Count == 0 && page.Total > 0 && skip > 0 ? await read(0) : page;
    }
}
