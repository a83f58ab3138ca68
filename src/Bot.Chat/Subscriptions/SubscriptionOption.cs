using System.Text.Json;

namespace Bot.Chat.Subscriptions;

/// <summary>
/// One option of a subscription, described once: what it is called in files and in the store, which values it takes, and which of them
/// is what goes without saying.
/// </summary>
/// <param name="key">Camel case: <c>silentRoot</c>.</param>
public abstract class SubscriptionOption(string key)
{
    public string Key { get; } = key;

    /// <summary>The key for a property of the record that holds the option.</summary>
    public static string KeyOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    /// <summary>Reads a value.</summary>
    /// <param name="problem">What it must be, null when it is that: <c>must be true or false</c>.</param>
    /// <returns>The value to keep; null: it is what goes without saying, or no value at all.</returns>
    public abstract JsonElement? Read(JsonElement value, out string? problem);
}
