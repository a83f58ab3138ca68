using System.Diagnostics;
using Bot.Archive.Entities;
using Bot.Chat;

namespace Bot.Delivery;

/// <summary>
/// Spans of the source <c>Bot.Delivery</c>, all of them in their briefing's trace. Attributes are ids and closed lists, never a text.
/// </summary>
internal static class DeliveryTraces
{
    public static readonly ActivitySource Source = new("Bot.Delivery");

    /// <summary>Planning a briefing's deliveries.</summary>
    public static Activity? Plan(BriefingKey key) => BriefingTrace.Start(Source, "plan", key);

    /// <summary>A delivery's thread, for as long as it can go on without waiting.</summary>
    public static Activity? Deliver(StoredDelivery delivery) =>
        BriefingTrace
            .Start(Source, "deliver", new BriefingKey(delivery.Series, delivery.Date, delivery.Edition))
            ?.SetTag("bot.delivery", delivery.Id)
            .SetTag("bot.platform", delivery.Platform)
            .SetTag("bot.workspace", delivery.Workspace)
            .SetTag("bot.channel", delivery.Channel);

    /// <summary>A request for one post: <c>post</c>, or <c>look</c> for a look-up.</summary>
    public static Activity? Post(string name, Post post) =>
        Source
            .StartActivity(name, ActivityKind.Internal)
            ?.SetTag("bot.post", post.Key)
            .SetTag("bot.post.ordinal", post.Ordinal)
            .SetTag("bot.post.kind", post.Kind.ToString().ToLowerInvariant());

    /// <summary>The state that a request's outcome led to.</summary>
    public static void Reached(PostState state, string? reason)
    {
        if (Activity.Current is { } current && current.Source == Source)
        {
            current.SetTag("bot.post.state", state.ToString().ToLowerInvariant()).SetTag("bot.post.reason", reason);
        }
    }
}
