using Bot.Archive;
using Bot.Archive.Alerts;
using Bot.Archive.Entities;
using Bot.Archive.Ledger;
using Bot.Chat.Platforms;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Alerts;

/// <summary>
/// Compares the ledger with the alerts. A process that died between a pause and its alert has told nobody; an alert whose
/// cause is gone is over, so that the next one of its kind is told again.
/// </summary>
public sealed class AlertWatch(IDbContextFactory<ArchiveContext> contexts, AlertLedger ledger, ExpectedBriefings expected)
{
    private const int Most = 200;

    /// <summary>Reasons of parked posts.</summary>
    private static readonly string[] Parking = [Reasons.CannotTell, Reasons.LookUnanswered];

    /// <summary>Reasons that end when a post of the token arrives again.</summary>
    private static readonly string[] UntilSent = [Reasons.OutOfReach, Reasons.WindowPassed];

    /// <summary>What has to be raised or resolved.</summary>
    internal async Task<IReadOnlyList<AlertNews>> LookAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await ledger.OpenOnesAsync(Most, cancellationToken);
        var pauses = await context.Pauses.AsNoTracking().Where(pause => pause.Reason != Reasons.PausedByAdmin).ToListAsync(cancellationToken);
        var parked = await context.Posts.Where(post => post.State == PostState.Parked).OrderBy(post => post.Id).Take(Most)
            .Select(post => new { post.Key, post.Reason, post.Detail }).ToListAsync(cancellationToken);
        var news = new List<AlertNews>();
        news.AddRange(pauses.Select(pause => new OperatorAlert(pause.Reason, pause.Scope, pause.Detail is "" ? null : pause.Detail))
            .Concat(parked.Select(post => new OperatorAlert(post.Reason ?? Reasons.CannotTell, $"post:{post.Key}", post.Detail)))
            .Concat(await expected.MissingAsync(now, cancellationToken))
            .Where(alert => !open.Any(known => known.Subject == alert.Subject && known.Reason == alert.Reason))
            .Select(alert => new AlertNews(alert, IsResolved: false)));
        foreach (var alert in open)
        {
            if (await IsOverAsync(context, alert, pauses, cancellationToken))
            {
                news.Add(new AlertNews(new OperatorAlert(alert.Reason, alert.Subject, null), IsResolved: true));
            }
        }

        return news;
    }

    private async Task<bool> IsOverAsync(ArchiveContext context, StoredAlert alert, List<Pause> pauses, CancellationToken cancellationToken)
    {
        if (UntilSent.Contains(alert.Reason))
        {
            var token = alert.Subject.StartsWith("token:", StringComparison.Ordinal) ? alert.Subject["token:".Length..] : "";
            return await context.Posts.AnyAsync(
                post => post.State == PostState.Sent && post.SentAt > alert.RaisedAt
                    && context.Deliveries.Any(delivery => delivery.Id == post.DeliveryId && delivery.Token == token),
                cancellationToken);
        }

        if (Parking.Contains(alert.Reason) && alert.Subject.StartsWith("post:", StringComparison.Ordinal))
        {
            var key = alert.Subject["post:".Length..];
            return !await context.Posts.AnyAsync(post => post.Key == key && post.State == PostState.Parked, cancellationToken);
        }

        return alert.Subject.StartsWith("briefing:", StringComparison.Ordinal)
            ? await expected.IsThereAsync(alert.Subject, cancellationToken)
            : PauseScopes.IsScope(alert.Subject) && !pauses.Exists(pause => pause.Scope == alert.Subject);
    }
}
