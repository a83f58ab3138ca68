using System.Globalization;
using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Chat.Text;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Alerts;

/// <summary>Says in the operator's language what happened, where, and what to do next. Each reason has its words; one that has none yet gets general ones.</summary>
public sealed class AlertComposer(IDbContextFactory<ArchiveContext> contexts, OperatorOptions options)
{
    public async Task<AlertText> ComposeAsync(StoredAlert alert, CancellationToken cancellationToken)
    {
        var texts = DeliveryTexts.In(options.Language);
        var where = await WhereAsync(texts, alert.Subject, cancellationToken);
        // What the commands of the text are given: the scope itself, a post's key, a briefing's series and date.
        var handle = alert.Subject.StartsWith("post:", StringComparison.Ordinal) ? alert.Subject["post:".Length..]
            : ExpectedBriefings.Parse(alert.Subject) is { } briefing ? string.Create(CultureInfo.InvariantCulture, $"{briefing.Series} {briefing.Date:yyyy-MM-dd}")
            : alert.Subject;
        return new AlertText(
            options.Language,
            texts.Find($"Alert.{alert.Reason}.What") is { } what
                ? string.Format(CultureInfo.InvariantCulture, what, where, alert.Posts ?? 1)
                : texts.Format("Alert.Other.What", where, alert.Reason),
            alert.Detail is { Length: > 0 } words ? Invisible.Drop(words) : null,
            string.Format(CultureInfo.InvariantCulture, texts.Find($"Alert.{alert.Reason}.Next") ?? texts["Alert.Other.Next"], handle));
    }

    private async Task<string> WhereAsync(DeliveryTexts texts, string subject, CancellationToken cancellationToken)
    {
        if (subject.StartsWith("post:", StringComparison.Ordinal))
        {
            var key = subject["post:".Length..];
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            return await context.Deliveries.Where(delivery => delivery.Posts.Any(post => post.Key == key))
                .Select(delivery => new { delivery.Series, delivery.Date, delivery.Platform, delivery.Workspace, delivery.Channel })
                .FirstOrDefaultAsync(cancellationToken) is { } of
                ? string.Create(CultureInfo.InvariantCulture, $"{of.Series} {of.Date:yyyy-MM-dd} → {of.Platform}:{of.Workspace}/{of.Channel}")
                : subject;
        }

        return subject.Split(':', 2) switch
        {
            ["token", var token] => texts.Format("Alert.Where.Token", token),
            ["workspace", var workspace] => texts.Format("Alert.Where.Workspace", workspace),
            ["channel", var channel] => channel,
            ["platform", var platform] => platform,
            ["briefing", var briefing] => briefing.Replace('/', ' '),
            _ => subject,
        };
    }
}
