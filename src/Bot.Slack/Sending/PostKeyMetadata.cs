using System.Text.Json;
using Bot.Chat.Calls;
using Bot.Chat.Platforms;

namespace Bot.Slack.Sending;

/// <summary>
/// The post's key in a message's metadata, which a look-up reads back (https://docs.slack.dev/messaging/message-metadata). Every app in
/// the workspace can read it, so it reveals nothing.
/// </summary>
internal static class PostKeyMetadata
{
    public const string EventType = "briefing_post";

    public static void Write(Utf8JsonWriter json, PostKey key)
    {
        json.WriteStartObject("metadata");
        json.WriteString("event_type", EventType);
        json.WriteStartObject("event_payload");
        json.WriteString("key", key.Value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Whether a message of the API carries the key.</summary>
    public static bool Carries(JsonElement message, PostKey key) =>
        message.StringAt("metadata", "event_type") == EventType && message.StringAt("metadata", "event_payload", "key") == key.Value;
}
