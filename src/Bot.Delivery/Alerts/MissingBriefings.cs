using Bot.Archive;
using Bot.Chat;
using Bot.Delivery.Planning;
using Bot.Delivery.Schedules;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Alerts;

/// <summary>
/// Which briefings are not there although it is time: by the time at which their series are expected, or by the first time at which a
/// subscription wants to be posted to.
/// </summary>
public sealed class MissingBriefings(IDbContextFactory<ArchiveContext> contexts, IReadOnlyList<Series> series, DueTimes dueTimes)
{
    /// <summary>Longer than a weekend and the holidays beside it.</summary>
    private const int MostDaysBack = 7;

    /// <summary>Briefings of today, in the series' zones, that are missing or held.</summary>
    /// <param name="lead">How long before a subscription's time its briefing is missing already.</param>
    public async Task<IReadOnlyList<MissingBriefing>> TodayAsync(DateTimeOffset now, TimeSpan lead, CancellationToken cancellationToken) =>
        await FindAsync(now, lead, daysBack: 0, cancellationToken);

    /// <summary>
    /// Of each series the latest briefing that should be there, if it is missing or held: today's, or that of an earlier day as long as
    /// today's is not due. Where a series has just begun, nothing earlier is missed.
    /// </summary>
    public async Task<IReadOnlyList<MissingBriefing>> LatestAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await FindAsync(now, TimeSpan.Zero, MostDaysBack, cancellationToken);

    private async Task<List<MissingBriefing>> FindAsync(
        DateTimeOffset now,
        TimeSpan lead,
        int daysBack,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var schedules = (
            await context
                .Subscriptions.Where(row => row.IsActive && row.Owner == null)
                .Select(row => new { row.Series, row.Schedule })
                .Distinct()
                .ToListAsync(cancellationToken)
        ).ToLookup(row => row.Series, row => row.Schedule);
        var missing = new List<MissingBriefing>();
        foreach (var one in series)
        {
            if (Latest(one, [.. schedules[one.Key]], now, lead, daysBack) is not var (day, at, isToday))
            {
                continue;
            }

            var there = await context
                .Briefings.Where(row => row.Series == one.Key && row.Date == day && !row.IsSample)
                .Select(row => row.IsHeld)
                .ToListAsync(cancellationToken);
            if (
                !there.Contains(false)
                && (
                    isToday
                    || await context.Briefings.AnyAsync(row => row.Series == one.Key && row.Date < day && !row.IsSample, cancellationToken)
                )
            )
            {
                missing.Add(new MissingBriefing(new BriefingKey(one.Key, day), at, IsHeld: there.Count > 0));
            }
        }

        return missing;
    }

    /// <summary>The latest day on which the series is expected and whose time has come; null if there is none.</summary>
    private (DateOnly Day, DateTimeOffset At, bool IsToday)? Latest(
        Series one,
        IReadOnlyList<string?> schedules,
        DateTimeOffset now,
        TimeSpan lead,
        int daysBack
    )
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now + lead, one.Zone).DateTime);
        for (var day = today; day >= today.AddDays(-daysBack); day = day.AddDays(-1))
        {
            if (one.ExpectedOn.Count > 0 && !one.ExpectedOn.Contains(day.DayOfWeek))
            {
                continue;
            }

            var times = schedules
                .Select(schedule => dueTimes.TimeOf(new BriefingKey(one.Key, day), schedule))
                .OfType<DateTimeOffset>()
                .Where(time => time <= now + lead)
                .Concat(Timetables.ExpectedAt(one, day) is { } by && by <= now ? [by] : [])
                .ToList();
            if (times.Count > 0)
            {
                return (day, times.Min(), day == today);
            }
        }

        return null;
    }
}
