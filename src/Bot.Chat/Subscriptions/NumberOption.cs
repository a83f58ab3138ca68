using System.Text.Json;

namespace Bot.Chat.Subscriptions;

/// <summary>One of a few whole numbers; defaults to none.</summary>
public sealed class NumberOption(string key, IReadOnlyList<int> choices) : SubscriptionOption(key)
{
    public IReadOnlyList<int> Choices { get; } = choices;

    public override JsonElement? Read(JsonElement value, out string? problem)
    {
        var isOne = value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && Choices.Contains(number);
        problem = isOne ? null : $"must be one of {string.Join(", ", Choices)}";
        return isOne ? value : null;
    }
}
