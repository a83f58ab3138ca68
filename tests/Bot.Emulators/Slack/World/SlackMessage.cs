using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.World;

/// <summary>A stored message. Immutable: an edit replaces it.</summary>
/// <param name="ThreadTs">Root of the thread; null for a root without replies.</param>
public sealed record SlackMessage(string Ts, string Channel, string? ThreadTs, string User, string Text)
{
    /// <summary>Null for a person's message.</summary>
    public string? BotId { get; init; }

    public string? AppId { get; init; }

    public JsonArray? Blocks { get; init; }

    public JsonArray? Attachments { get; init; }

    /// <summary><c>event_type</c> and <c>event_payload</c>.</summary>
    public JsonObject? Metadata { get; init; }

    public JsonArray? Files { get; init; }

    /// <summary>A deleted root whose replies still exist.</summary>
    public bool IsTombstone { get; init; }

    public bool IsBroadcast { get; init; }

    public DateTimeOffset PostedAt { get; init; }

    public string? EditedTs { get; init; }

    /// <summary>Whom it notifies by name; null for nobody.</summary>
    public IReadOnlyList<string>? Pings { get; init; }

    /// <summary><c>unfurl_links</c> and <c>unfurl_media</c> were not both false, so previews would be shown.</summary>
    public bool Unfurls { get; init; }

    public bool IsRoot => ThreadTs is null || ThreadTs == Ts;

    /// <summary>The post key in the metadata: its <c>key</c>, or the first text in it; null if none.</summary>
    public string? Key => KeyOf(Metadata);

    public static string? KeyOf(JsonObject? metadata)
    {
        if (metadata?["event_payload"] is not JsonObject payload)
        {
            return null;
        }

        static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        return Text(payload["key"])
            ?? Text(payload["post_key"])
            ?? payload.Select(pair => Text(pair.Value)).FirstOrDefault(text => text is not null);
    }
}
