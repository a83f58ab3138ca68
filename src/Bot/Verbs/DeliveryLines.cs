using System.Globalization;
using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Delivery.Ledger;
using Bot.Web.Api.Deliveries;

namespace Bot.Verbs;

/// <summary>Deliveries as lines of tab-separated columns, for people and for cut and grep.</summary>
internal static class DeliveryLines
{
    /// <summary>Number, series, day with its edition, channel, state, posts by state, reasons.</summary>
    public static string Of(DeliverySummary summary) =>
        string.Join(
            '\t',
            Number(summary.Delivery.Id),
            summary.Delivery.Series,
            Day(summary.Delivery),
            LedgerWords.ChannelOf(summary.Delivery),
            summary.Delivery.State.ToString().ToLowerInvariant(),
            string.Join(", ", summary.Posts.Select(count => $"{LedgerWords.Of(count.State)} {Number(count.Count)}")),
            string.Join(", ", summary.Reasons)
        );

    /// <summary>
    /// The delivery, then one line per post: place, key, section, kind, state, reason, message, attempts, time of sending, the platform's
    /// words.
    /// </summary>
    public static IEnumerable<string> Of(StoredDelivery delivery) =>
        delivery
            .Posts.Select(post =>
                string.Join(
                    '\t',
                    Number(post.Ordinal),
                    post.Key,
                    post.Part > 1 ? $"{post.Section} ({Number(post.Part)})" : post.Section,
                    post.Kind.ToString().ToLowerInvariant(),
                    LedgerWords.Of(post.State),
                    post.Reason ?? "-",
                    post.MessageId ?? "-",
                    Number(post.Attempts),
                    post.SentAt is { } sent ? Instant(sent) : "-",
                    post.Detail ?? "-"
                )
            )
            .Prepend(
                string.Join(
                    '\t',
                    Number(delivery.Id),
                    delivery.Series,
                    Day(delivery),
                    LedgerWords.ChannelOf(delivery),
                    delivery.State.ToString().ToLowerInvariant(),
                    Instant(delivery.DueAt),
                    Instant(delivery.ExpiresAt)
                )
            );

    /// <summary>Scope, reason, start, the platform's words.</summary>
    public static string Of(Pause pause) =>
        string.Join('\t', pause.Scope, pause.Reason, Instant(pause.Since), pause.Detail is { Length: > 0 } detail ? detail : "-");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(StoredDelivery delivery) => new BriefingKey(delivery.Series, delivery.Date, delivery.Edition).Day;

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
