using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Delivery.Ledger;
using Bot.Delivery.Waking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Planning;

/// <summary>
/// Computes the due times of what waits anew: its subscription's schedule, its series', a calendar of holidays or the time zone data may
/// have changed since, or the clock was wrong. What has begun, or whose time has come, is left. Any number of processes may do so at once.
/// </summary>
public sealed partial class DueTimeSweep(
    IDbContextFactory<ArchiveContext> contexts,
    LedgerSweep ledger,
    DueTimes dueTimes,
    IAlarmClock alarm,
    ILogger<DueTimeSweep> logger
)
{
    private const int AtOnce = 500;

    /// <summary>Returns how many deliveries were moved.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (moved, last) = (0, 0L);
        while (true)
        {
            var page = await WaitingAsync(now, last, cancellationToken);
            foreach (var waiting in page)
            {
                var due = dueTimes.Again(waiting.Key, waiting.Schedule, now);
                if (due.At != waiting.DueAt && await ledger.MoveAsync(waiting.Id, waiting.DueAt, due.At, due.ExpiresAt) > 0)
                {
                    Log.Moved(logger, waiting.Id, waiting.Key, waiting.DueAt, due.At);
                    alarm.Ring(due.At);
                    moved++;
                }
            }

            if (page.Count < AtOnce)
            {
                return moved;
            }

            last = page[^1].Id;
        }
    }

    private async Task<IReadOnlyList<Waiting>> WaitingAsync(DateTimeOffset now, long last, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context
            .Deliveries.Where(row => row.State == DeliveryState.Open && row.DueAt > now && row.ThreadId == null && row.Id > last)
            .OrderBy(row => row.Id)
            .Take(AtOnce)
            .Join(
                context.Subscriptions,
                delivery => delivery.SubscriptionId,
                subscription => subscription.Id,
                (delivery, subscription) =>
                    new
                    {
                        delivery.Id,
                        delivery.Series,
                        delivery.Date,
                        delivery.Edition,
                        delivery.DueAt,
                        subscription.Schedule,
                    }
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.Id)
                .Select(row => new Waiting(row.Id, new BriefingKey(row.Series, row.Date, row.Edition), row.DueAt, row.Schedule)),
        ];
    }

    private sealed record Waiting(long Id, BriefingKey Key, DateTimeOffset DueAt, string? Schedule);

    private static partial class Log
    {
        [LoggerMessage(3055, LogLevel.Information, "Delivery {Delivery} of {Briefing} was due at {Was:u} and is now at {At:u}")]
        public static partial void Moved(ILogger logger, long delivery, BriefingKey briefing, DateTimeOffset was, DateTimeOffset at);
    }
}
