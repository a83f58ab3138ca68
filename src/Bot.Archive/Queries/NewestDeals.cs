namespace Bot.Archive.Queries;

/// <summary>A report of a deal.</summary>
/// <param name="Deal">Its number.</param>
internal sealed record ListedReport(long Deal, DateOnly Date);

/// <summary>Pages through deals by their reports, of which only as many are read as the page needs.</summary>
internal static class NewestDeals
{
    /// <summary>
    /// The deal whose newest report is newest first, those of one day by their numbers.
    /// </summary>
    /// <param name="newest">So many reports, the newest first, those of one day in any order.</param>
    /// <param name="skip">Number of deals to skip, 0 or more.</param>
    /// <param name="take">Maximum number of deals, 1 or more.</param>
    /// <returns>The newest day of all, null if there is none, and the page.</returns>
    public static async Task<(DateOnly? Newest, long?[] Deals)> PageAsync(
        Func<int, IAsyncEnumerable<ListedReport>> newest,
        int skip,
        int take,
        CancellationToken cancellationToken
    )
    {
        var wanted = (long)skip + take;
        for (var rows = wanted * 2; ; rows *= 4)
        {
            var most = (int)Math.Min(rows, int.MaxValue);
            var read = new List<ListedReport>();
            await foreach (var row in newest(most).WithCancellation(cancellationToken))
            {
                read.Add(row);
            }

            // The last day may have been cut off between two of its deals.
            var isAll = read.Count < most;
            var whole = isAll ? read : read.Where(row => row.Date > read[^1].Date);
            List<ListedReport> deals = [.. whole.DistinctBy(row => row.Deal).OrderByDescending(row => row.Date).ThenBy(row => row.Deal)];
            if (isAll || deals.Count >= wanted)
            {
                return (read.Count == 0 ? null : read[0].Date, [.. deals.Skip(skip).Take(take).Select(row => (long?)row.Deal)]);
            }
        }
    }
}
