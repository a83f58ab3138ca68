using System.Globalization;
using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Alerts;

/// <summary>
/// Knows by when each series' briefing should be there, and which ones wait for a person. Told once, as each day and edition is a subject
/// of its own: <c>briefing:us-ai/2026-01-06/evening</c>.
/// </summary>
public sealed class ExpectedBriefings(IDbContextFactory<ArchiveContext> contexts, IReadOnlyList<Series> series)
{
    private const string Prefix = "briefing:";

    /// <summary>Held ones that are told at most, the newest days first.</summary>
    private const int MostHeld = 200;

    /// <summary>Series whose briefing of today is late, and briefings that are held, whatever their day.</summary>
    public async Task<IReadOnlyList<OperatorAlert>> MissingAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var held = await context
            .Briefings.Where(row => row.IsHeld && !row.IsSample)
            .OrderByDescending(row => row.Date)
            .ThenByDescending(row => row.Id)
            .Take(MostHeld)
            .Select(row => new
            {
                row.Series,
                row.Date,
                row.Edition,
            })
            .ToListAsync(cancellationToken);
        var missing = held.ConvertAll(row => new OperatorAlert(
            Reasons.BriefingHeld,
            SubjectOf(new(row.Series, row.Date, row.Edition)),
            null
        ));
        foreach (var one in series)
        {
            if (
                Due(one, now) is { } day
                && !await context.Briefings.AnyAsync(row => row.Series == one.Key && row.Date == day && !row.IsSample, cancellationToken)
            )
            {
                missing.Add(new OperatorAlert(Reasons.BriefingMissing, SubjectOf(new(one.Key, day)), null));
            }
        }

        return missing;
    }

    /// <summary>Whether the briefing that an alert missed has come, or the one that was held is held no more.</summary>
    internal async Task<bool> IsOverAsync(StoredAlert alert, CancellationToken cancellationToken)
    {
        if (Parse(alert.Subject) is not { } key)
        {
            return true;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ofDay = context.Briefings.Where(row => row.Series == key.Series && row.Date == key.Date && !row.IsSample);
        return alert.Reason == Reasons.BriefingHeld
            ? !await ofDay.AnyAsync(row => row.Edition == key.Edition && row.IsHeld, cancellationToken)
            : await ofDay.AnyAsync(row => !row.IsHeld, cancellationToken);
    }

    /// <summary>Why a briefing is held; null: it is not, or no reason is known.</summary>
    internal async Task<HoldReason?> HeldForAsync(BriefingKey key, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Briefings.Where(row => row.Series == key.Series && row.Date == key.Date && row.Edition == key.Edition && row.IsHeld)
            .Select(row => row.HeldFor)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Null when the subject is about something else.</summary>
    internal static BriefingKey? Parse(string subject) =>
        subject.StartsWith(Prefix, StringComparison.Ordinal)
        && subject[Prefix.Length..].Split('/') is [var key, var day, .. var edition]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new BriefingKey(key, date, string.Join('/', edition))
            : null;

    private static string SubjectOf(BriefingKey key) => $"{Prefix}{key.Series}/{key.Day}";

    /// <summary>
    /// Today in the series' zone, once the expected time has come on a day on which one is expected; else null. Compared as
    /// wall clocks: a time that a change to summer time skips has come when it is over.
    /// </summary>
    private static DateOnly? Due(Series series, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, series.Zone).DateTime;
        return
            series.ExpectedBy is { } by
            && TimeOnly.FromDateTime(local) >= by
            && (series.ExpectedOn.Count == 0 || series.ExpectedOn.Contains(local.DayOfWeek))
            ? DateOnly.FromDateTime(local)
            : null;
    }
}
