using System.Globalization;
using Bot.Archive;
using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Ledger;

/// <summary>
/// After a clock that ran ahead is set back, anything it had postponed would wait for the difference as well; it is made due at once
/// instead. The latest time that the ledger has seen shows that the clock was set back, even while no process ran.
/// </summary>
public sealed class ClockRescue(LedgerWriter writer)
{
    private const int AtOnce = 500;

    /// <summary>A row of the table of small values kept across restarts; no platform has this name.</summary>
    private const string Owner = "bot";

    private const string Key = "ledger-clock";

    /// <summary>Larger than the difference between processes' clocks.</summary>
    private static readonly TimeSpan Future = TimeSpan.FromMinutes(1);

    /// <summary>Minimum interval between writes.</summary>
    private static readonly TimeSpan Resolution = TimeSpan.FromSeconds(20);

    /// <summary>Frees what is stranded. Safe to run at any time and repeatedly.</summary>
    public Task RescueAsync(DateTimeOffset now) =>
        writer.WriteAsync(async context =>
        {
            var seen = await context
                .PlatformState.Where(row => row.Platform == Owner && row.Key == Key)
                .Select(row => row.ChangedAt)
                .SingleOrDefaultAsync();
            if (seen > now + Future)
            {
                await WakeAsync(context, now);
            }

            if ((seen - now).Duration() > Resolution)
            {
                await RememberAsync(context, now);
            }

            return await FromTheFutureAsync(context, now + Future, now);
        });

    /// <summary>
    /// Wakes everything in progress that waits: by which clock it waits is unknown now. Whatever asked it to wait will ask again.
    /// </summary>
    private static async Task WakeAsync(ArchiveContext context, DateTimeOffset now)
    {
        await context
            .Posts.Where(row => row.NextAt > now && row.NextAt < DateTimeOffset.MaxValue)
            .Where(row => row.State == PostState.Uncertain || (row.State == PostState.Planned && row.FirstAttemptAt != null))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAt, now));
        await context
            .Deliveries.Where(row => row.State == DeliveryState.Open && row.NextAt > now && row.NextAt < DateTimeOffset.MaxValue)
            .Where(row =>
                row.Posts.Any(post => post.NextAt <= now && (post.State == PostState.Planned || post.State == PostState.Uncertain))
            )
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAt, now));
    }

    /// <summary>Handles rows planned, or first attempted, later than now.</summary>
    private static async Task<int> FromTheFutureAsync(ArchiveContext context, DateTimeOffset future, DateTimeOffset now)
    {
        var stranded = await context
            .Deliveries.Where(row => row.State == DeliveryState.Open && row.NextAt > now && row.NextAt < DateTimeOffset.MaxValue)
            .Where(row => row.CreatedAt > future || row.Posts.Any(post => post.FirstAttemptAt > future))
            .OrderBy(row => row.Id)
            .Take(AtOnce)
            .Select(row => row.Id)
            .ToListAsync();
        if (stranded.Count == 0)
        {
            return 0;
        }

        // The time of the first attempt is unknown, so the look-up starts well before it.
        var before = now.AddDays(-1);
        await context
            .Posts.Where(row => stranded.Contains(row.DeliveryId) && row.FirstAttemptAt > future)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.FirstAttemptAt, before));
        // What nobody has begun waits for a time of its schedule, which is computed anew (DueTimeSweep).
        await context
            .Posts.Where(row =>
                stranded.Contains(row.DeliveryId)
                && row.NextAt > now
                && context.Posts.Any(other => other.DeliveryId == row.DeliveryId && other.FirstAttemptAt != null)
                && (row.State == PostState.Planned || row.State == PostState.Uncertain)
            )
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAt, now));
        return await context
            .Deliveries.Where(row => stranded.Contains(row.Id))
            .ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.NextAt, row => row.Posts.Any(post => post.FirstAttemptAt != null) ? now : row.NextAt)
                    .SetProperty(row => row.CreatedAt, row => row.CreatedAt > now ? now : row.CreatedAt)
            );
    }

    private static Task<int> RememberAsync(ArchiveContext context, DateTimeOffset now) =>
        context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO platform_state ("Platform", "Key", "Value", "ChangedAt")
            VALUES ({Owner}, {Key}, {now.ToString("O", CultureInfo.InvariantCulture)}, {now.UtcTicks})
            ON CONFLICT ("Platform", "Key") DO UPDATE SET "Value" = excluded."Value", "ChangedAt" = excluded."ChangedAt"
            """
        );
}
