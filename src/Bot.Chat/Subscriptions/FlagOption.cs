using System.Text.Json;

namespace Bot.Chat.Subscriptions;

/// <summary>A Boolean; defaults to false.</summary>
public sealed class FlagOption(string key) : SubscriptionOption(key)
{
    public override JsonElement? Read(JsonElement value, out string? problem)
    {
        problem = value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "must be true or false";
        return value.ValueKind == JsonValueKind.True ? value : null;
    }
}
