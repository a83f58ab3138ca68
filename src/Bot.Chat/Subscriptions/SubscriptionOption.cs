using System.Text.Json;

namespace Bot.Chat.Subscriptions;

/// <summary>
/// One subscription option, described once: its name in files and in the store, the values it accepts, and its default.
/// </summary>
/// <param name="key">Camel case: <c>silentRoot</c>.</param>
public abstract class SubscriptionOption(string key)
{
    public string Key { get; } = key;

    /// <summary>The key for a property of the record with the option.</summary>
    public static string KeyOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    /// <param name="problem">What the value must be, if it is not: <c>must be true or false</c>; otherwise null.</param>
    /// <returns>The value to keep; null if it is the default or invalid.</returns>
    public abstract JsonElement? Read(JsonElement value, out string? problem);
}
