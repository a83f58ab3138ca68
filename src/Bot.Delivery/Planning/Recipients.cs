using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Delivery.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Planning;

/// <summary>Which subscriptions get a briefing, and when. Planning and every preview of it ask here, and nowhere else.</summary>
public sealed class Recipients(IDbContextFactory<ArchiveContext> contexts, SeriesAccess access, DueTimes dueTimes, LedgerClock clock)
{
    /// <summary>Active subscriptions to a series, in the order they were made; none that belong to a person.</summary>
    public async Task<List<Subscription>> ActiveAsync(string series, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var active = await context
            .Subscriptions.AsNoTracking()
            .Where(subscription => subscription.Series == series && subscription.IsActive && subscription.Owner == null)
            .OrderBy(subscription => subscription.Id)
            .ToListAsync(cancellationToken);
        // A subscription may predate the series' limits.
        active.RemoveAll(subscription => !access.IsOpen(series, subscription.Platform, subscription.Workspace));
        return active;
    }

    /// <summary>
    /// Those that get a briefing or have it already. Whoever subscribed when all of its useful window was over gets nothing of it, unless a
    /// person wants it delivered.
    /// </summary>
    /// <param name="isWanted">A person wants it delivered, however late.</param>
    public async Task<List<Subscription>> OfAsync(BriefingKey key, bool isWanted, CancellationToken cancellationToken)
    {
        var active = await ActiveAsync(key.Series, cancellationToken);
        if (isWanted)
        {
            return active;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var there = await context
            .Deliveries.Where(delivery => delivery.Series == key.Series && delivery.Date == key.Date && delivery.Edition == key.Edition)
            .Where(delivery => delivery.BriefingId != null)
            .Select(delivery => delivery.SubscriptionId)
            .ToHashSetAsync(cancellationToken);
        active.RemoveAll(one => !there.Contains(one.Id) && dueTimes.IsBefore(key, one.Schedule, one.CreatedAt));
        return active;
    }

    /// <summary>When a subscription gets a briefing that is planned now.</summary>
    /// <inheritdoc cref="OfAsync"/>
    public Func<Subscription, DueTime> DueOf(BriefingKey key, bool isWanted)
    {
        var now = clock.Now;
        return subscription => dueTimes.Of(key, subscription.Schedule, now, isWanted);
    }
}
