using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.World;

/// <summary>A message as it is stored. Messages do not change: an edit puts a new one in the same place.</summary>
/// <param name="ThreadTs">Root of the thread; null for a root without replies so far.</param>
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

    /// <summary>A deleted root whose replies still stand.</summary>
    public bool IsTombstone { get; init; }

    public bool IsBroadcast { get; init; }

    public DateTimeOffset PostedAt { get; init; }

    public string? EditedTs { get; init; }

    /// <summary>Whom it notifies by name; null: nobody.</summary>
    public IReadOnlyList<string>? Pings { get; init; }

    /// <summary>Its <c>unfurl_links</c> or <c>unfurl_media</c> were not both false: previews would be shown.</summary>
    public bool Unfurls { get; init; }

    public bool IsRoot => ThreadTs is null || ThreadTs == Ts;

    /// <summary>The post key in the metadata: its <c>key</c>, or the first text in it; null without.</summary>
    public string? Key => KeyOf(Metadata);

    public static string? KeyOf(JsonObject? metadata)
    {
        if (metadata?["event_payload"] is not JsonObject payload)
        {
            return null;
        }

        static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        return Text(payload["key"]) ?? Text(payload["post_key"]) ?? payload.Select(pair => Text(pair.Value)).FirstOrDefault(text => text is not null);
    }
}
