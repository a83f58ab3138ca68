using Bot.Archive.Entities;
using Bot.Chat;

namespace Bot.Delivery.Planning;

/// <summary>Makes the row of a new delivery; its posts are added to it.</summary>
internal static class DeliveryRows
{
    /// <param name="briefing">Null: it holds the place of a briefing that has not come.</param>
    public static StoredDelivery For(
        Subscription subscription,
        string token,
        BriefingKey key,
        int? briefing,
        int revision,
        DueTime due,
        DateTimeOffset now
    ) =>
        new()
        {
            SubscriptionId = subscription.Id,
            Token = token,
            Platform = subscription.Platform,
            Workspace = subscription.Workspace,
            Channel = subscription.Channel,
            Sections = [.. subscription.Sections],
            Locale = subscription.Locale,
            Series = key.Series,
            Date = key.Date,
            Edition = key.Edition,
            BriefingId = briefing,
            Revision = revision,
            DueAt = due.At,
            NextAt = due.At,
            ExpiresAt = due.ExpiresAt,
            CreatedAt = now,
        };
}
