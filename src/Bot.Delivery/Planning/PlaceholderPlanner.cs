using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Waking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Planning;

/// <summary>
/// Holds the place of briefings that are late, for the subscriptions that want their readers to be told; once the window has passed, says
/// that nothing came. Any number of processes may do so at once: each day's line is planned once.
/// </summary>
public sealed partial class PlaceholderPlanner(
    IDbContextFactory<ArchiveContext> contexts,
    PlanLedger ledger,
    PlaceLedger places,
    DeliveryPlanner planner,
    DueTimes dueTimes,
    SeriesAccess access,
    IEnumerable<IPlatform> platforms,
    PlaceholderLines lines,
    IAlarmClock alarm,
    DeliveryOptions options,
    ILogger<PlaceholderPlanner> logger
)
{
    /// <summary>The end of a window may have been missed over a long weekend; what is older nobody reads any more.</summary>
    private const int DaysBack = 7;

    private readonly Dictionary<string, IPlatform> _platforms = platforms.ToDictionary(platform => platform.Id.Value);

    /// <summary>Returns how many lines it planned.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var planned = 0;
        foreach (var one in (await WantedAsync(cancellationToken)).GroupBy(wanted => wanted.Series, wanted => wanted.Schedule))
        {
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, lines.ZoneOf(one.Key)).DateTime);
            foreach (var key in new[] { today, today.AddDays(-1) }.Select(day => new BriefingKey(one.Key, day)))
            {
                var late = one.Where(schedule => IsLate(key, schedule, now)).ToList();
                if (late.Count > 0)
                {
                    planned += await HoldAsync(key, late, now, cancellationToken);
                }
            }
        }

        await CloseAsync(now, cancellationToken);
        return planned;
    }

    /// <summary>The schedules by which readers are told, of any series.</summary>
    private async Task<IReadOnlyList<(string Series, string? Schedule)>> WantedAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var all = await context
            .Subscriptions.Where(row => row.IsActive && row.Owner == null)
            .Select(row => new { row.Series, row.Schedule })
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. all.Where(row => dueTimes.Tells(row.Series, row.Schedule)).Select(row => (row.Series, row.Schedule))];
    }

    /// <summary>A briefing of the day that may be read, of whatever edition; null: there is none.</summary>
    private async Task<BriefingKey?> ArrivedAsync(BriefingKey key, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var editions = await context
            .Briefings.Where(row => row.Series == key.Series && row.Date == key.Date && !row.IsHeld && !row.IsSample)
            .OrderBy(row => row.Id)
            .Select(row => row.Edition)
            .Take(1)
            .ToListAsync(cancellationToken);
        return editions.Count == 0 ? null : key with { Edition = editions[0] };
    }

    private bool IsLate(BriefingKey key, string? schedule, DateTimeOffset now) =>
        dueTimes.Told(key, schedule) is { } told
        && told.At <= now
        && told.ExpiresAt > now
        && dueTimes.Addition(key.Series, schedule, now).At <= now
        && (lines.SeriesOf(key.Series)?.ExpectedOn is not { Count: > 0 } days || days.Contains(key.Date.DayOfWeek))
        // Of two days that are posted at the same time, as after a weekend, the later one is late.
        && dueTimes.Told(key with { Date = key.Date.AddDays(1) }, schedule)?.At != told.At;

    private async Task<int> HoldAsync(BriefingKey key, List<string?> schedules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await ArrivedAsync(key, cancellationToken) is { } arrived)
        {
            if ((await places.OfDayAsync(key.Series, key.Date, cancellationToken)).Any(held => held.ExpiresAt > now))
            {
                // Whoever planned the briefing had not seen them yet.
                await planner.PlanAsync(arrived, isService: true, cancellationToken);
            }

            return 0;
        }

        var planned = 0;
        foreach (var schedule in schedules)
        {
            planned += await HoldAsync(key, schedule, dueTimes.Told(key, schedule)!.Value, now, cancellationToken);
        }

        return planned;
    }

    private async Task<int> HoldAsync(
        BriefingKey key,
        string? schedule,
        DueTime told,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var waiting = await WaitingAsync(key, schedule, told.At, cancellationToken);
        var planned = 0;
        foreach (var alike in waiting.GroupBy(subscription => (subscription.Platform, subscription.Locale)))
        {
            var platform = _platforms[alike.Key.Platform];
            var payload = lines.NotYet(platform, key, told.ExpiresAt, alike.Key.Locale);
            await ledger.FreezeAsync([payload], cancellationToken);
            foreach (var chunk in alike.Chunk(PlanLedger.ChunkSize))
            {
                planned += await ledger.AddAsync(
                    key,
                    chunk,
                    subscription => Deliver(subscription, key, told, platform, payload, now),
                    cancellationToken
                );
                DeliveryCheckpoints.Reach(DeliveryCheckpoints.PlaceHeld);
            }
        }

        if (planned > 0)
        {
            Log.Held(logger, key, planned, told.ExpiresAt);
            alarm.Ring(now);
        }

        return planned;
    }

    /// <summary>Subscriptions that had this schedule's time before them, and have nothing of the day.</summary>
    private async Task<List<Subscription>> WaitingAsync(
        BriefingKey key,
        string? schedule,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await context
            .Subscriptions.AsNoTracking()
            .Where(row => row.IsActive && row.Owner == null && row.Series == key.Series && row.Schedule == schedule && row.CreatedAt <= at)
            .Where(row =>
                !context.Deliveries.Any(delivery =>
                    delivery.SubscriptionId == row.Id && delivery.Series == key.Series && delivery.Date == key.Date
                )
            )
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return waiting.FindAll(row => _platforms.ContainsKey(row.Platform) && access.IsOpen(row.Series, row.Platform, row.Workspace));
    }

    private static StoredDelivery Deliver(
        Subscription subscription,
        BriefingKey key,
        DueTime told,
        IPlatform platform,
        Payload payload,
        DateTimeOffset now
    )
    {
        var token = platform.TokenFor(subscription.Workspace);
        var delivery = DeliveryRows.For(subscription, token, key, briefing: null, PlaceholderPosts.Revision, told, now);
        delivery.Posts.Add(new PostRows(delivery, told.At, told.ExpiresAt).Placeholder(payload.Hash));
        return delivery;
    }

    /// <summary>A line that stands when its window has passed says so.</summary>
    private async Task CloseAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-DaysBack);
        var ended = await places.EndedAsync(now, since, cancellationToken);
        foreach (var delivery in ended.Where(row => _platforms.ContainsKey(row.Platform)))
        {
            var key = new BriefingKey(delivery.Series, delivery.Date, delivery.Edition);
            var payload = lines.Never(_platforms[delivery.Platform], key, delivery.ExpiresAt, delivery.Locale);
            await ledger.FreezeAsync([payload], cancellationToken);
            var closing = new PostRows(delivery, now, now + options.UsefulWindow).Closing(payload.Hash);
            if (await places.CloseAsync(delivery, closing, cancellationToken))
            {
                Log.Closed(logger, key, delivery.Id);
                alarm.Ring(now);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3057, LogLevel.Information, "{Briefing} has not come: {Deliveries} channels are told, and wait until {Until:u}")]
        public static partial void Held(ILogger logger, BriefingKey briefing, int deliveries, DateTimeOffset until);

        [LoggerMessage(3058, LogLevel.Information, "{Briefing} did not come in time: delivery {Delivery} says so")]
        public static partial void Closed(ILogger logger, BriefingKey briefing, long delivery);
    }
}
