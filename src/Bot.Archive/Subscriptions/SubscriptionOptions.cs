using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Platforms;

namespace Bot.Archive.Subscriptions;

/// <summary>The JSON of <see cref="Entities.Subscription.Options"/>: an object, keys that are not known are kept.</summary>
public static class SubscriptionOptions
{
    private const string PreferDuplicate = "preferDuplicate";
    private const string SilentRoot = "silentRoot";
    private const string AutoArchiveMinutes = "autoArchiveMinutes";
    private const string ForumTags = "forumTags";
    private const string Publish = "publish";
    private const string MentionRole = "mentionRole";

    /// <summary>Rather a post twice than not at all, where the platform can't say whether it has it. False without options.</summary>
    public static bool PrefersDuplicate(string? options) => Parse(options) is { } json && Flag(json, PreferDuplicate);

    /// <summary>What the platform is asked beside the content. A value of the wrong kind counts as not given.</summary>
    public static SendOptions SendOptions(string? options) => Parse(options) is not { } json ? Chat.Platforms.SendOptions.None : new SendOptions
    {
        SilentRoot = Flag(json, SilentRoot),
        AutoArchiveMinutes = json[AutoArchiveMinutes] is JsonValue minutes && minutes.TryGetValue<int>(out var number) ? number : null,
        ForumTags = json[ForumTags] is JsonArray tags ? [.. tags.Select(Text).OfType<string>()] : [],
        Publish = Flag(json, Publish),
        MentionRole = Text(json[MentionRole]),
    };

    /// <summary>The same options with these set; null when none is left.</summary>
    public static string? With(string? options, bool preferDuplicate, SendOptions send)
    {
        ArgumentNullException.ThrowIfNull(send);
        var json = Parse(options) ?? [];
        Set(PreferDuplicate, preferDuplicate ? true : null);
        Set(SilentRoot, send.SilentRoot ? true : null);
        Set(AutoArchiveMinutes, send.AutoArchiveMinutes);
        Set(ForumTags, send.ForumTags.Count > 0 ? new JsonArray([.. send.ForumTags.Select(tag => (JsonNode)tag)]) : null);
        Set(Publish, send.Publish ? true : null);
        Set(MentionRole, send.MentionRole);
        return json.Count == 0 ? null : json.ToJsonString();

        void Set(string key, JsonNode? value)
        {
            json.Remove(key);
            if (value is not null)
            {
                json[key] = value;
            }
        }
    }

    private static JsonObject? Parse(string? options) => options is null ? null : JsonNode.Parse(options) as JsonObject;

    private static bool Flag(JsonObject json, string key) => json[key]?.GetValueKind() == JsonValueKind.True;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
