using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Chat.Platforms;

namespace Bot.Chat.Subscriptions;

/// <summary>JSON forms of options: as a bag of values, and as the record passed to a platform.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault
)]
[JsonSerializable(typeof(SortedDictionary<string, JsonElement>))]
[JsonSerializable(typeof(SendOptions))]
internal sealed partial class OptionsJson : JsonSerializerContext;
