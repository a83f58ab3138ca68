using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Archive.Entities;
using Bot.Delivery.Ledger;

namespace Bot.Web.Api.Deliveries;

/// <summary>Deliveries as JSON. States and reasons are the ledger's closed lists; no payloads.</summary>
internal static class DeliveryJson
{
    public static JsonObject Of(DeliverySummary summary)
    {
        var json = Of(summary.Delivery);
        json["posts"] = new JsonObject(
            summary.Posts.Select(count => KeyValuePair.Create<string, JsonNode?>(LedgerWords.Of(count.State), count.Count))
        );
        json["reasons"] = new JsonArray([.. summary.Reasons.Select(reason => JsonValue.Create(reason))]);
        return json;
    }

    public static JsonObject Whole(StoredDelivery delivery)
    {
        var json = Of(delivery);
        json["threadId"] = delivery.ThreadId;
        json["posts"] = new JsonArray([.. delivery.Posts.Select(Of)]);
        return json;
    }

    public static JsonObject Of(Pause pause) =>
        new()
        {
            ["scope"] = pause.Scope,
            ["reason"] = pause.Reason,
            ["detail"] = pause.Detail is "" ? null : pause.Detail,
            ["since"] = pause.Since,
        };

    private static JsonObject Of(StoredDelivery delivery) =>
        new()
        {
            ["id"] = delivery.Id,
            ["series"] = delivery.Series,
            ["date"] = delivery.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["edition"] = delivery.Edition,
            ["revision"] = delivery.Revision,
            ["channel"] = LedgerWords.ChannelOf(delivery),
            ["state"] = delivery.State.ToString().ToLowerInvariant(),
            ["dueAt"] = delivery.DueAt,
            ["expiresAt"] = delivery.ExpiresAt,
        };

    private static JsonObject Of(Post post) =>
        new()
        {
            ["key"] = post.Key,
            ["ordinal"] = post.Ordinal,
            ["section"] = post.Section,
            ["part"] = post.Part,
            ["kind"] = post.Kind.ToString().ToLowerInvariant(),
            ["revision"] = post.Revision,
            ["state"] = LedgerWords.Of(post.State),
            ["reason"] = post.Reason,
            ["detail"] = post.Detail,
            ["messageId"] = post.MessageId,
            ["attempts"] = post.Attempts,
            ["sentAt"] = post.SentAt,
        };
}
