using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Archive.Subscriptions;

/// <summary>The file of subscriptions as JSON.</summary>
/// <param name="Subscriptions">Null: there is no such key.</param>
internal sealed record SubscriptionDocument(IReadOnlyList<JsonElement>? Subscriptions)
{
    /// <summary>Keys that the file should not have.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(SubscriptionDocument))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(bool))]
internal sealed partial class SubscriptionJson : JsonSerializerContext;
