using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bot.Archive.Deals;

/// <summary>Keeps the deals of companies up to date with their rounds, over all series, inside the caller's transaction.</summary>
internal static class DealLinks
{
    /// <summary>
    /// Joins the rounds of these companies anew: rows in the database are updated where their deal changed, and rows that are about to be
    /// inserted get theirs. Changes of tracked rows must have been saved.
    /// </summary>
    /// <param name="companies">Keys of companies whose rounds came, changed or went.</param>
    /// <param name="added">Rows with ids that are not in the database yet.</param>
    public static async Task JoinAsync(
        ArchiveContext context,
        IReadOnlyCollection<string> companies,
        IReadOnlyList<StoredItem> added,
        CancellationToken cancellationToken
    )
    {
        if (companies.Count == 0)
        {
            return;
        }

        var stored = await context
            .Items.AsNoTracking()
            .Where(item =>
                item.Kind == ItemKind.Funding
                && item.GoneInRevision == null
                && item.CompanyKey != null
                && companies.Contains(item.CompanyKey)
            )
            .Select(item => new
            {
                item.CompanyKey,
                item.DealId,
                Report = new DealReport(item.Id, item.BriefingId, item.Date, item.Stage, item.Currency, item.AmountFrom, item.AmountTo),
            })
            .ToListAsync(cancellationToken);
        var fresh = added.Where(item => item is { Kind: ItemKind.Funding, CompanyKey: not null, GoneInRevision: null }).ToList();
        var reports = stored
            .Select(row => (Company: row.CompanyKey!, row.Report))
            .Concat(fresh.Select(item => (Company: item.CompanyKey!, Report: ReportOf(item))));
        var deals = new Dictionary<long, long>();
        foreach (var company in reports.GroupBy(row => row.Company, row => row.Report))
        {
            foreach (var (item, deal) in DealJoin.Of(company))
            {
                deals[item] = deal;
            }
        }

        foreach (var item in fresh)
        {
            item.DealId = deals[item.Id];
        }

        foreach (var moved in stored.Where(row => row.DealId != deals[row.Report.Item]).GroupBy(row => deals[row.Report.Item]))
        {
            var ids = moved.Select(row => row.Report.Item).ToList();
            var deal = moved.Key;
            await context
                .Items.Where(item => ids.Contains(item.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.DealId, deal), cancellationToken);
            await context
                .Mentions.Where(mention => mention.DealId != null && mention.ItemId != null && ids.Contains(mention.ItemId.Value))
                .ExecuteUpdateAsync(set => set.SetProperty(mention => mention.DealId, deal), cancellationToken);
            Follow(context, ids, deal);
        }
    }

    /// <summary>Rows that the context tracks get the number that the database has by now: mentions are made of them.</summary>
    private static void Follow(ArchiveContext context, IReadOnlyList<long> items, long deal)
    {
        foreach (var tracked in items.Select(item => context.Items.Local.FindEntry(item)).OfType<EntityEntry<StoredItem>>())
        {
            tracked.Entity.DealId = deal;
            tracked.Property(item => item.DealId).OriginalValue = deal;
        }
    }

    private static DealReport ReportOf(StoredItem item) =>
        new(item.Id, item.BriefingId, item.Date, item.Stage, item.Currency, item.AmountFrom, item.AmountTo);
}
