using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Alerts;

/// <summary>
/// Stores alerts so that each is reported once, across restarts and by only one of several processes. Every write is
/// conditional; the row is open from the first raising until it is resolved, and raising it in between changes nothing.
/// </summary>
public sealed class AlertLedger(IDbContextFactory<ArchiveContext> contexts)
{
    /// <summary>Opens an alert. False if it is already open.</summary>
    /// <param name="channel">Whether it is to be reported in the operator's channel.</param>
    /// <param name="webhook">Whether it is to be sent to the operator's webhook.</param>
    public async Task<bool> OpenAsync(
        OperatorAlert alert,
        DateTimeOffset now,
        Telling channel,
        Telling webhook,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return 1
            == await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO alerts ("Subject", "Reason", "Detail", "Posts", "RaisedAt", "Channel", "Webhook", "Attempts", "NextAt")
                VALUES ({alert.Subject}, {alert.Reason}, {alert.Detail}, {alert.Posts}, {now.UtcTicks}, {channel.ToString()}, {webhook.ToString()}, 0, {now.UtcTicks})
                ON CONFLICT ("Subject", "Reason") DO UPDATE
                SET "Detail" = excluded."Detail", "Posts" = excluded."Posts", "RaisedAt" = excluded."RaisedAt", "ResolvedAt" = NULL,
                    "Channel" = excluded."Channel", "Webhook" = excluded."Webhook", "Attempts" = 0, "NextAt" = excluded."NextAt"
                WHERE alerts."ResolvedAt" IS NOT NULL
                """,
                cancellationToken
            );
    }

    /// <summary>Closes open alerts about a subject in the caller's transaction, so that the next raising is reported again.</summary>
    /// <param name="reason">Null for any reason.</param>
    public static Task<int> ResolveAsync(
        ArchiveContext context,
        string subject,
        string? reason,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        context
            .Alerts.Where(alert => alert.Subject == subject && (reason == null || alert.Reason == reason) && alert.ResolvedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(alert => alert.ResolvedAt, now), cancellationToken);

    /// <inheritdoc cref="ResolveAsync(ArchiveContext, string, string?, DateTimeOffset, CancellationToken)"/>
    public async Task<int> ResolveAsync(string subject, string? reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ResolveAsync(context, subject, reason, now, cancellationToken);
    }

    /// <summary>Open alerts, oldest first.</summary>
    public async Task<IReadOnlyList<StoredAlert>> OpenOnesAsync(int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Alerts.AsNoTracking()
            .Where(alert => alert.ResolvedAt == null)
            .OrderBy(alert => alert.RaisedAt)
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Alerts not yet reported, even if resolved since: it is worth knowing what happened overnight.</summary>
    public async Task<IReadOnlyList<StoredAlert>> UntoldAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Alerts.AsNoTracking()
            .Where(alert => alert.NextAt <= now && (alert.Channel == Telling.Waiting || alert.Webhook == Telling.Waiting))
            .OrderBy(alert => alert.NextAt)
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Claims an alert for reporting; false if another process has it. If it is not reported, it is due again at
    /// <paramref name="until"/>.
    /// </summary>
    /// <param name="alert">The alert as read.</param>
    public async Task<bool> ClaimAsync(StoredAlert alert, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return 1
            == await context
                .Alerts.Where(row => row.Id == alert.Id && row.NextAt == alert.NextAt && row.RaisedAt == alert.RaisedAt)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.NextAt, until).SetProperty(row => row.Attempts, row => row.Attempts + 1),
                    cancellationToken
                );
    }

    /// <summary>Records the outcome of reporting a claimed alert; does nothing if it has been reopened since.</summary>
    public async Task RecordAsync(StoredAlert alert, Telling channel, Telling webhook, DateTimeOffset nextAt)
    {
        await using var context = await contexts.CreateDbContextAsync();
        await context
            .Alerts.Where(row => row.Id == alert.Id && row.RaisedAt == alert.RaisedAt)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.Channel, channel).SetProperty(row => row.Webhook, webhook).SetProperty(row => row.NextAt, nextAt)
            );
    }
}
