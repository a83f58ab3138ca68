using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Alerts;

/// <summary>
/// What needs a person, kept so that it is told once: across restarts, and by one of several processes. Every write is
/// conditional; the row is open from the first raising to its resolution, and raising it meanwhile changes nothing.
/// </summary>
public sealed class AlertLedger(IDbContextFactory<ArchiveContext> contexts)
{
    /// <summary>Opens an alert. False: it is open already.</summary>
    /// <param name="channel">Whether it waits to be told in the operator's channel, or is not wanted there.</param>
    /// <param name="webhook">The same for the operator's address.</param>
    public async Task<bool> OpenAsync(
        OperatorAlert alert, DateTimeOffset now, Telling channel, Telling webhook, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return 1 == await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO alerts ("Subject", "Reason", "Detail", "Posts", "RaisedAt", "Channel", "Webhook", "Attempts", "NextAt")
            VALUES ({alert.Subject}, {alert.Reason}, {alert.Detail}, {alert.Posts}, {now.UtcTicks}, {channel.ToString()}, {webhook.ToString()}, 0, {now.UtcTicks})
            ON CONFLICT ("Subject", "Reason") DO UPDATE
            SET "Detail" = excluded."Detail", "Posts" = excluded."Posts", "RaisedAt" = excluded."RaisedAt", "ResolvedAt" = NULL,
                "Channel" = excluded."Channel", "Webhook" = excluded."Webhook", "Attempts" = 0, "NextAt" = excluded."NextAt"
            WHERE alerts."ResolvedAt" IS NOT NULL
            """,
            cancellationToken);
    }

    /// <summary>Closes what is open about a subject, in the caller's transaction: the next raising is told again.</summary>
    /// <param name="reason">Null: whatever the reason is.</param>
    public static Task<int> ResolveAsync(ArchiveContext context, string subject, string? reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.Alerts.Where(alert => alert.Subject == subject && (reason == null || alert.Reason == reason) && alert.ResolvedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(alert => alert.ResolvedAt, now), cancellationToken);

    /// <inheritdoc cref="ResolveAsync(ArchiveContext, string, string?, DateTimeOffset, CancellationToken)"/>
    public async Task<int> ResolveAsync(string subject, string? reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ResolveAsync(context, subject, reason, now, cancellationToken);
    }

    /// <summary>Open alerts, the oldest first.</summary>
    public async Task<IReadOnlyList<StoredAlert>> OpenOnesAsync(int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Alerts.AsNoTracking().Where(alert => alert.ResolvedAt == null)
            .OrderBy(alert => alert.RaisedAt).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>Alerts that wait to be told, resolved meanwhile or not: what happened in the night is worth knowing.</summary>
    public async Task<IReadOnlyList<StoredAlert>> UntoldAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Alerts.AsNoTracking()
            .Where(alert => alert.NextAt <= now && (alert.Channel == Telling.Waiting || alert.Webhook == Telling.Waiting))
            .OrderBy(alert => alert.NextAt).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>Takes an alert to tell it; false: another process has it. Left undone, it is due again at <paramref name="until"/>.</summary>
    /// <param name="alert">As read.</param>
    public async Task<bool> ClaimAsync(StoredAlert alert, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return 1 == await context.Alerts
            .Where(row => row.Id == alert.Id && row.NextAt == alert.NextAt && row.RaisedAt == alert.RaisedAt)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.NextAt, until).SetProperty(row => row.Attempts, row => row.Attempts + 1),
                cancellationToken);
    }

    /// <summary>Writes how the telling of a claimed alert ended; nothing when it has opened anew since.</summary>
    public async Task RecordAsync(StoredAlert alert, Telling channel, Telling webhook, DateTimeOffset nextAt)
    {
        await using var context = await contexts.CreateDbContextAsync();
        await context.Alerts.Where(row => row.Id == alert.Id && row.RaisedAt == alert.RaisedAt).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Channel, channel).SetProperty(row => row.Webhook, webhook).SetProperty(row => row.NextAt, nextAt));
    }
}
