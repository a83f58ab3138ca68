using System.Globalization;
using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Alerts;

/// <summary>
/// Tells the operator, in the operator's language, what happened, where, and what to do next. A reason without a text of its own gets a
/// general one.
/// </summary>
public sealed class AlertComposer(IDbContextFactory<ArchiveContext> contexts, ExpectedBriefings expected, OperatorOptions options)
{
    public async Task<AlertText> ComposeAsync(StoredAlert alert, CancellationToken cancellationToken)
    {
        var texts = DeliveryTexts.In(options.Language);
        var post = await PostAsync(alert.Subject, cancellationToken);
        // Arguments for the commands in the text: the scope itself, a post's key, a briefing's series and date.
        var handle = post?.Key ?? ExpectedBriefings.Parse(alert.Subject)?.Arguments ?? alert.Subject;
        var where = post?.Place ?? Where(texts, alert.Subject);
        return new AlertText(
            options.Language,
            texts.Find($"Alert.{alert.Reason}.What") is { } what
                ? string.Format(CultureInfo.InvariantCulture, what, where, alert.Posts ?? 1)
                : texts.Format("Alert.Other.What", where, alert.Reason),
            alert.Detail is { Length: > 0 } words ? Invisible.Drop(words) : await WhyHeldAsync(alert, cancellationToken),
            string.Format(CultureInfo.InvariantCulture, texts.Find($"Alert.{alert.Reason}.Next") ?? texts["Alert.Other.Next"], handle),
            options.RunbookOf(alert.Reason)
        );
    }

    private async Task<string?> WhyHeldAsync(StoredAlert alert, CancellationToken cancellationToken) =>
        alert.Reason == Reasons.BriefingHeld
        && ExpectedBriefings.Parse(alert.Subject) is { } key
        && await expected.HeldForAsync(key, cancellationToken) is { } why
            ? Texts.In(options.Language)[$"Hold.{why}"]
            : null;

    /// <summary>
    /// The post that an alert is about; for a payload, the first post that failed with it, or else the first that has it. Null if it is
    /// about no post. Place is null if the ledger has none.
    /// </summary>
    private async Task<(string Key, string? Place)?> PostAsync(string subject, CancellationToken cancellationToken)
    {
        if (subject.Split(':', 2) is not ["post" or "payload", var name])
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var posts = subject.StartsWith("post:", StringComparison.Ordinal)
            ? context.Posts.Where(post => post.Key == name)
            : context
                .Posts.Where(post => post.PayloadHash == name)
                .OrderBy(post => post.State == PostState.Failed ? 0 : 1)
                .ThenBy(post => post.Id);
        return
            await posts
                .Join(
                    context.Deliveries,
                    post => post.DeliveryId,
                    delivery => delivery.Id,
                    (post, delivery) => new { post.Key, Delivery = delivery }
                )
                .FirstOrDefaultAsync(cancellationToken)
                is { Delivery: var of } found
            ? (
                found.Key,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{new BriefingKey(of.Series, of.Date, of.Edition)} → {of.Platform}:{of.Workspace}/{of.Channel}"
                )
            )
            : (name, null);
    }

    private static string Where(DeliveryTexts texts, string subject) =>
        subject.Split(':', 2) switch
        {
            ["token", var token] => texts.Format("Alert.Where.Token", token),
            ["workspace", var workspace] => texts.Format("Alert.Where.Workspace", workspace),
            ["channel", var channel] => channel,
            ["platform", var platform] => platform,
            ["database", var database] => database,
            ["briefing", _] => ExpectedBriefings.Parse(subject)?.ToString() ?? subject,
            _ => subject,
        };
}
