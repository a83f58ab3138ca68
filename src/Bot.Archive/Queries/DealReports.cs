using Bot.Archive.Saving;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>Reads the reports of deals. Those of held briefings and those dropped by a later revision never count. Thread-safe.</summary>
internal sealed class DealReports
{
    // By the deals alone: SQLite, which has no statistics, would rather go through the whole series. Series and days are checked below.
    private readonly Func<ArchiveContext, long?[], IAsyncEnumerable<Report>> _reports = EF.CompileAsyncQuery(
        (ArchiveContext context, long?[] deals) =>
            context
                .Items.Where(item => deals.Contains(item.DealId) && !item.IsHeld && item.GoneInRevision == null)
                .Join(
                    context.Briefings,
                    item => item.BriefingId,
                    briefing => briefing.Id,
                    (item, briefing) =>
                        new Report(
                            item.DealId ?? 0,
                            item.Id,
                            item.Ordinal,
                            item.Data,
                            briefing.Id,
                            briefing.Series,
                            briefing.Date,
                            briefing.Edition,
                            briefing.Revision,
                            briefing.IsSample
                        )
                )
    );

    /// <summary>The reports of one series and of some days by deal, the newest first.</summary>
    /// <param name="deals">Numbers of deals; may be empty.</param>
    public async Task<ILookup<long, ArchivedRound>> OfAsync(
        ArchiveContext context,
        string series,
        DateSpan days,
        long?[] deals,
        CancellationToken cancellationToken
    )
    {
        var reports = new List<Report>();
        if (deals.Length > 0)
        {
            await foreach (var report in _reports(context, deals).WithCancellation(cancellationToken))
            {
                if (report.Series == series && days.Contains(report.Date))
                {
                    reports.Add(report);
                }
            }
        }

        return reports
            .OrderByDescending(report => report.Date)
            .ThenByDescending(report => report.BriefingId)
            .ThenBy(report => report.Ordinal)
            .ToLookup(
                report => report.Deal,
                report => new ArchivedRound(
                    report.ItemId,
                    new ArchivedBriefing(report.BriefingId, report.Series, report.Date, report.Edition, report.Revision, report.IsSample),
                    EntryJson.ReadFunding(report.Data)
                )
            );
    }

    private sealed record Report(
        long Deal,
        long ItemId,
        int Ordinal,
        string Data,
        int BriefingId,
        string Series,
        DateOnly Date,
        string Edition,
        int Revision,
        bool IsSample
    );
}
