using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Schedules;

/// <summary>When each subscription is posted to next.</summary>
public sealed class NextTimes(IDbContextFactory<ArchiveContext> contexts, Timetables timetables, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    /// <param name="subscriptions">Active ones, of any workspaces.</param>
    /// <returns>In their order.</returns>
    public async Task<IReadOnlyList<NextTime>> OfAsync(IReadOnlyList<SubscriptionSpec> subscriptions, CancellationToken cancellationToken)
    {
        var now = Now;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var open = context.Deliveries.Where(row => row.State == DeliveryState.Open && row.DueAt > now && row.ThreadId == null);
        if (subscriptions.Select(spec => spec.Workspace).Distinct().ToList() is [var only])
        {
            open = open.Where(row => row.Workspace == only);
        }

        var waiting = await open.Join(
                context.Subscriptions,
                delivery => delivery.SubscriptionId,
                subscription => subscription.Id,
                (delivery, subscription) =>
                    new
                    {
                        delivery.DueAt,
                        subscription.Series,
                        subscription.Platform,
                        subscription.Workspace,
                        subscription.Channel,
                        subscription.Name,
                    }
            )
            .ToListAsync(cancellationToken);
        var due = waiting
            .GroupBy(row => (row.Series, row.Platform, row.Workspace, row.Channel, row.Name))
            .ToDictionary(rows => rows.Key, rows => rows.Min(row => row.DueAt));
        return
        [
            .. subscriptions.Select(spec =>
            {
                var timetable = timetables.Of(spec.Series, spec.Schedule);
                DateTimeOffset?[] times = [timetable.Next(now), due.TryGetValue(spec.Identity, out var at) ? at : null];
                return new NextTime(spec, timetable, times.Min());
            }),
        ];
    }
}
