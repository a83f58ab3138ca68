using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Archive.Subscriptions;

/// <summary>The JSON of <see cref="Entities.Subscription.Options"/>: an object, keys that are not known are kept.</summary>
public static class SubscriptionOptions
{
    private const string PreferDuplicate = "preferDuplicate";

    /// <summary>Rather a post twice than not at all, where the platform can't say whether it has it. False without options.</summary>
    public static bool PrefersDuplicate(string? options)
    {
        if (options is null)
        {
            return false;
        }

        using var json = JsonDocument.Parse(options);
        return json.RootElement.ValueKind == JsonValueKind.Object
            && json.RootElement.TryGetProperty(PreferDuplicate, out var value) && value.ValueKind == JsonValueKind.True;
    }

    /// <summary>The same options with this one set; null when none is left.</summary>
    public static string? With(string? options, bool preferDuplicate)
    {
        var json = options is null ? [] : JsonNode.Parse(options) as JsonObject ?? [];
        json.Remove(PreferDuplicate);
        if (preferDuplicate)
        {
            json[PreferDuplicate] = true;
        }

        return json.Count == 0 ? null : json.ToJsonString();
    }
}
