using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Archive.Subscriptions;

/// <summary>The subscription file as JSON.</summary>
/// <param name="Subscriptions">Null if the key is missing.</param>
internal sealed record SubscriptionDocument(IReadOnlyList<JsonElement>? Subscriptions)
{
    /// <summary>Unknown keys.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip
)]
[JsonSerializable(typeof(SubscriptionDocument))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(bool))]
internal sealed partial class SubscriptionJson : JsonSerializerContext;
