using System.Globalization;
using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Alerts;

/// <summary>
/// Knows when each series' briefing is expected, and which briefings wait for a person. Each is reported once, since each day and edition
/// is its own subject: <c>briefing:us-ai/2026-01-06/evening</c>.
/// </summary>
public sealed class ExpectedBriefings(IDbContextFactory<ArchiveContext> contexts, MissingBriefings briefings)
{
    private const string Prefix = "briefing:";

    /// <summary>
    /// How long before the first readers' time the operator is told that nothing has come: long enough to look for it, and not so long that
    /// a briefing that comes at the last minute is called missing.
    /// </summary>
    public static readonly TimeSpan Lead = TimeSpan.FromMinutes(15);

    /// <summary>Maximum of held briefings reported, newest days first.</summary>
    private const int MostHeld = 200;

    /// <summary>
    /// Series whose briefing for today is late, or will be for the first of their subscriptions, and held briefings of any day.
    /// </summary>
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
        missing.AddRange(
            (await briefings.TodayAsync(now, Lead, cancellationToken))
                .Where(one => !one.IsHeld)
                .Select(one => new OperatorAlert(Reasons.BriefingMissing, SubjectOf(one.Key), null))
        );
        return missing;
    }

    /// <summary>Whether the briefing reported missing has arrived, or the one reported held has been released.</summary>
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

    /// <summary>Why a briefing is held; null if it is not, or the reason is unknown.</summary>
    internal async Task<HoldReason?> HeldForAsync(BriefingKey key, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Briefings.Where(row => row.Series == key.Series && row.Date == key.Date && row.Edition == key.Edition && row.IsHeld)
            .Select(row => row.HeldFor)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Null if the subject is about something else.</summary>
    internal static BriefingKey? Parse(string subject) =>
        subject.StartsWith(Prefix, StringComparison.Ordinal)
        && subject[Prefix.Length..].Split('/') is [var key, var day, .. var edition]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new BriefingKey(key, date, string.Join('/', edition))
            : null;

    internal static string SubjectOf(BriefingKey key) => $"{Prefix}{key.Series}/{key.Day}";
}
