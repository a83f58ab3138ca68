using Bot.Archive;
using Bot.Archive.Alerts;
using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Operations;
using Bot.Delivery.Planning;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Alerts;

/// <summary>
/// Compares the ledger with the alerts. A process that died between a pause and its alert told nobody; an alert whose cause is gone is
/// resolved, so that the next one of its kind is sent again.
/// </summary>
public sealed class AlertWatch(
    IDbContextFactory<ArchiveContext> contexts,
    AlertLedger ledger,
    ExpectedBriefings expected,
    SeriesAccess access
)
{
    private const int Most = 200;

    /// <summary>Posts that expired longer ago are no longer news.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(1);

    /// <summary>Reasons of parked posts.</summary>
    private static readonly string[] Parking = [Reasons.CannotTell, Reasons.LookUnanswered];

    /// <summary>Reasons that end when one of the token's posts arrives again.</summary>
    private static readonly string[] UntilSent = [Reasons.OutOfReach, Reasons.WindowPassed];

    /// <summary>Reasons for a platform's pauses.</summary>
    private static readonly string[] Pausing =
    [
        Reasons.TokenRefused,
        Reasons.PermissionMissing,
        Reasons.ChannelGone,
        Reasons.ChannelLocked,
        Reasons.BotRemoved,
    ];

    /// <summary>
    /// Not every refusal by a channel shows up in a probe, so its pause may return with the next post. Within this time it is not reported
    /// again.
    /// </summary>
    private static readonly TimeSpan Doubtful = TimeSpan.FromHours(6);

    /// <summary>What to raise or resolve.</summary>
    internal async Task<IReadOnlyList<AlertNews>> LookAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await ledger.OpenOnesAsync(Most, cancellationToken);
        var pauses = await context
            .Pauses.AsNoTracking()
            .Where(pause => pause.Reason != Reasons.PausedByAdmin)
            .ToListAsync(cancellationToken);
        var parked = await context
            .Posts.Where(post => post.State == PostState.Parked && post.Reason != Reasons.Unconfirmed)
            .OrderBy(post => post.Id)
            .Take(Most)
            .Select(post => new
            {
                post.Key,
                post.Reason,
                post.Detail,
            })
            .ToListAsync(cancellationToken);
        var news = new List<AlertNews>();
        news.AddRange(
            pauses
                .Select(pause => new OperatorAlert(pause.Reason, pause.Scope, pause.Detail is "" ? null : pause.Detail))
                .Concat(parked.Select(post => new OperatorAlert(post.Reason ?? Reasons.CannotTell, $"post:{post.Key}", post.Detail)))
                .Concat(await ExpiredAsync(context, now, cancellationToken))
                .Concat(await expected.MissingAsync(now, cancellationToken))
                .Concat(await UnconfirmedAsync(context, cancellationToken))
                .Where(alert => !open.Any(known => known.Subject == alert.Subject && known.Reason == alert.Reason))
                .Select(alert => new AlertNews(alert, IsResolved: false))
        );
        foreach (var alert in open)
        {
            if (await IsOverAsync(context, alert, pauses, now, cancellationToken))
            {
                news.Add(new AlertNews(new OperatorAlert(alert.Reason, alert.Subject, null), IsResolved: true));
            }
        }

        return news;
    }

    /// <summary>Briefings whose corrections wait for a person, each with the number of its channels.</summary>
    private static async Task<IEnumerable<OperatorAlert>> UnconfirmedAsync(ArchiveContext context, CancellationToken cancellationToken)
    {
        var briefings = await new CorrectionScope()
            .Of(context)
            .GroupBy(row => new
            {
                row.Series,
                row.Date,
                row.Edition,
            })
            .Select(rows => new { rows.Key, Channels = rows.Count() })
            .Take(Most)
            .ToListAsync(cancellationToken);
        return briefings.Select(one => new OperatorAlert(
            Reasons.Unconfirmed,
            ExpectedBriefings.SubjectOf(new(one.Key.Series, one.Key.Date, one.Key.Edition)),
            null
        )
        {
            Posts = one.Channels,
        });
    }

    /// <summary>
    /// Tokens with posts that expired unreported because the process that expired them died first. It is no longer news once one of the
    /// token's posts has arrived.
    /// </summary>
    private static async Task<List<OperatorAlert>> ExpiredAsync(
        ArchiveContext context,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var tokens = await context
            .Posts.Where(post => post.State == PostState.Expired && post.ExpiresAt > now - Recent)
            .Join(
                context.Deliveries,
                post => post.DeliveryId,
                delivery => delivery.Id,
                (post, delivery) => new { delivery.Token, post.ExpiresAt }
            )
            .GroupBy(post => post.Token)
            .Select(posts => new
            {
                Token = posts.Key,
                Last = posts.Max(post => post.ExpiresAt),
                Posts = posts.Count(),
            })
            .ToListAsync(cancellationToken);
        var alerts = new List<OperatorAlert>();
        foreach (var token in tokens)
        {
            var scope = PauseScopes.Token(token.Token);
            if (
                !await context.Alerts.AnyAsync(
                    alert => alert.Subject == scope && alert.Reason == Reasons.WindowPassed && alert.RaisedAt >= token.Last,
                    cancellationToken
                ) && !await HasSentAsync(context, token.Token, token.Last, cancellationToken)
            )
            {
                alerts.Add(new OperatorAlert(Reasons.WindowPassed, scope, null) { Posts = token.Posts });
            }
        }

        return alerts;
    }

    /// <summary>Filters by the window's end too, so that the index applies: a post is sent before it, or found shortly after.</summary>
    private static Task<bool> HasSentAsync(
        ArchiveContext context,
        string token,
        DateTimeOffset since,
        CancellationToken cancellationToken
    ) =>
        context.Posts.AnyAsync(
            post =>
                post.State == PostState.Sent
                && post.ExpiresAt > since - Recent
                && post.SentAt > since
                && context.Deliveries.Any(delivery => delivery.Id == post.DeliveryId && delivery.Token == token),
            cancellationToken
        );

    private async Task<bool> IsOverAsync(
        ArchiveContext context,
        StoredAlert alert,
        List<Pause> pauses,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (UntilSent.Contains(alert.Reason))
        {
            var token = alert.Subject.StartsWith("token:", StringComparison.Ordinal) ? alert.Subject["token:".Length..] : "";
            return await HasSentAsync(context, token, alert.RaisedAt, cancellationToken);
        }

        if (Parking.Contains(alert.Reason) && alert.Subject.StartsWith("post:", StringComparison.Ordinal))
        {
            var key = alert.Subject["post:".Length..];
            return !await context.Posts.AnyAsync(post => post.Key == key && post.State == PostState.Parked, cancellationToken);
        }

        if (alert.Reason == Reasons.Unconfirmed)
        {
            var scope = new CorrectionScope { Briefing = ExpectedBriefings.Parse(alert.Subject) };
            return !await scope.Of(context).AnyAsync(cancellationToken);
        }

        if (access.IsOpen(alert.Subject) is { } isOpen)
        {
            return isOpen;
        }

        return alert.Subject.StartsWith("briefing:", StringComparison.Ordinal)
            ? await expected.IsOverAsync(alert, cancellationToken)
            : Pausing.Contains(alert.Reason)
                && PauseScopes.IsScope(alert.Subject)
                && !pauses.Exists(pause => pause.Scope == alert.Subject)
                && (
                    !alert.Subject.StartsWith("channel:", StringComparison.Ordinal)
                    || now - alert.RaisedAt >= Doubtful
                    || await HasSentToAsync(context, alert.Subject, alert.RaisedAt, cancellationToken)
                );
    }

    /// <param name="channel">As <see cref="PauseScopes"/> names it.</param>
    private static Task<bool> HasSentToAsync(
        ArchiveContext context,
        string channel,
        DateTimeOffset since,
        CancellationToken cancellationToken
    ) =>
        context.Posts.AnyAsync(
            post =>
                post.State == PostState.Sent
                && post.ExpiresAt > since - Recent
                && post.SentAt > since
                && context.Deliveries.Any(delivery =>
                    delivery.Id == post.DeliveryId
                    && channel == "channel:" + delivery.Platform + ":" + delivery.Workspace + "/" + delivery.Channel
                ),
            cancellationToken
        );
}
