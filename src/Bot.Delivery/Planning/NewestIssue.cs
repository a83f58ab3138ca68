using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Delivery.Ledger;
using Bot.Delivery.Waking;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Planning;

/// <summary>
/// Posts a series' newest issue to a channel that subscribes to it, at once, through the ledger: asked for twice it is posted once.
/// </summary>
public sealed class NewestIssue(
    IDbContextFactory<ArchiveContext> contexts,
    DeliveryPlanner planner,
    LedgerSweep ledger,
    DueTimes dueTimes,
    IAlarmClock alarm,
    SeriesCatalogue catalogue,
    LedgerClock clock
)
{
    /// <summary>Null while there is none: no sample, none of a day to come, none that waits for confirmation.</summary>
    public async Task<BriefingKey?> FindAsync(Series series, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        var today = catalogue.TodayOf(series);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await context
            .Briefings.Where(row => row.Series == series.Key && !row.IsHeld && !row.IsSample && row.Date <= today)
            .OrderByDescending(row => row.Date)
            .ThenByDescending(row => row.Id)
            .Select(row => new { row.Date, row.Edition })
            .FirstOrDefaultAsync(cancellationToken);
        return newest is null ? null : new BriefingKey(series.Key, newest.Date, newest.Edition);
    }

    /// <summary>Whether a subscription has been sent an issue, or is about to be.</summary>
    public async Task<bool> IsTakenAsync(SubscriptionSpec spec, BriefingKey issue, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var due = clock.Now;
        return await DeliveryOf(context, spec, issue).AnyAsync(row => row.DueAt <= due || row.ThreadId != null, cancellationToken);
    }

    /// <param name="spec">An active subscription.</param>
    public async Task<NewestIssueStatus> PostAsync(SubscriptionSpec spec, BriefingKey issue, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var id = await IdOfAsync(spec, cancellationToken);
        var planned = await planner.PlanAtOnceAsync(issue, id, cancellationToken);
        if (planned.Status != PlanStatus.Planned)
        {
            return planned.Status == PlanStatus.Held ? NewestIssueStatus.Held : NewestIssueStatus.Impossible;
        }

        if (planned.Created > 0)
        {
            return NewestIssueStatus.Posting;
        }

        return planned.Existing == 0 ? NewestIssueStatus.Impossible
            : await BringForwardAsync(spec, issue, cancellationToken) ? NewestIssueStatus.Posting
            : NewestIssueStatus.PostedBefore;
    }

    /// <summary>False if it has begun, or its time has come.</summary>
    private async Task<bool> BringForwardAsync(SubscriptionSpec spec, BriefingKey issue, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await DeliveryOf(context, spec, issue)
            .Where(row => row.State == DeliveryState.Open && row.DueAt > now && row.ThreadId == null)
            .Select(row => new { row.Id, row.DueAt })
            .FirstOrDefaultAsync(cancellationToken);
        var due = dueTimes.AtOnce(now);
        if (waiting is null || await ledger.MoveAsync(waiting.Id, waiting.DueAt, due.At, due.ExpiresAt) == 0)
        {
            return false;
        }

        alarm.Ring(due.At);
        return true;
    }

    private static IQueryable<StoredDelivery> DeliveryOf(ArchiveContext context, SubscriptionSpec spec, BriefingKey issue) =>
        context.Deliveries.Where(row =>
            row.Series == issue.Series
            && row.Date == issue.Date
            && row.Edition == issue.Edition
            && context.Subscriptions.Any(one =>
                one.Id == row.SubscriptionId
                && one.Series == spec.Series
                && one.Platform == spec.Platform
                && one.Workspace == spec.Workspace
                && one.Channel == spec.Channel
                && one.Name == spec.Name
                && one.Owner == null
            )
        );

    private async Task<long> IdOfAsync(SubscriptionSpec spec, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Subscriptions.Where(one =>
                one.Series == spec.Series
                && one.Platform == spec.Platform
                && one.Workspace == spec.Workspace
                && one.Channel == spec.Channel
                && one.Name == spec.Name
                && one.Owner == null
                && one.IsActive
            )
            .Select(one => one.Id)
            .SingleOrDefaultAsync(cancellationToken);
    }
}
