using System.Globalization;
using Bot.Archive;
using Bot.Chat;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Alerts;

/// <summary>Knows by when each series' briefing should be there. Told once a day, as each day is a subject of its own: <c>briefing:us-ai/2026-01-06</c>.</summary>
public sealed class ExpectedBriefings(IDbContextFactory<ArchiveContext> contexts, IReadOnlyList<Series> series)
{
    private const string Prefix = "briefing:";

    /// <summary>Series whose briefing of today is late, or is held although its time has come.</summary>
    public async Task<IReadOnlyList<OperatorAlert>> MissingAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var missing = new List<OperatorAlert>();
        foreach (var one in series)
        {
            if (Due(one, now) is not { } day)
            {
                continue;
            }

            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var held = await context.Briefings.Where(row => row.Series == one.Key && row.Date == day && !row.IsSample)
                .Select(row => (bool?)row.IsHeld).SingleOrDefaultAsync(cancellationToken);
            if (held is not false)
            {
                missing.Add(new OperatorAlert(held is null ? Reasons.BriefingMissing : Reasons.BriefingHeld, SubjectOf(one.Key, day), null));
            }
        }

        return missing;
    }

    /// <summary>Whether the briefing that an alert missed has come and is not held.</summary>
    internal async Task<bool> IsThereAsync(string subject, CancellationToken cancellationToken)
    {
        if (Parse(subject) is not { } briefing)
        {
            return true;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Briefings.AnyAsync(
            row => row.Series == briefing.Series && row.Date == briefing.Date && !row.IsHeld && !row.IsSample, cancellationToken);
    }

    /// <summary>Null when the subject is about something else.</summary>
    internal static (string Series, DateOnly Date)? Parse(string subject) =>
        subject.StartsWith(Prefix, StringComparison.Ordinal) && subject[Prefix.Length..].Split('/') is [var key, var day]
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (key, date)
            : null;

    private static string SubjectOf(string series, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{series}/{day:yyyy-MM-dd}");

    /// <summary>
    /// Today in the series' zone, once the expected time has come on a day on which one is expected; else null. Compared as
    /// wall clocks: a time that a change to summer time skips has come when it is over.
    /// </summary>
    private static DateOnly? Due(Series series, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, series.Zone).DateTime;
        return series.ExpectedBy is { } by && TimeOnly.FromDateTime(local) >= by
            && (series.ExpectedOn.Count == 0 || series.ExpectedOn.Contains(local.DayOfWeek))
            ? DateOnly.FromDateTime(local)
            : null;
    }
}
