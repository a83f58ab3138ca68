using System.Text.Json;

namespace Bot.Chat.Subscriptions;

/// <summary>One platform id, or a list of them, each a string of digits; defaults to none.</summary>
/// <param name="most">Maximum length of the list; null for a single id.</param>
public sealed class IdsOption(string key, int? most = null) : SubscriptionOption(key)
{
    private const int LongestId = 20;

    public int? Most { get; } = most;

    public override JsonElement? Read(JsonElement value, out string? problem)
    {
        problem = Most is { } many
            ? value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > many
                ? $"must be an array of at most {many} ids"
                : value.EnumerateArray().All(IsId)
                    ? null
                    : "must hold ids: texts of digits"
            : IsId(value)
                ? null
                : "must be an id: a text of digits";
        return problem is null && (Most is null || value.GetArrayLength() > 0) ? value : null;
    }

    private static bool IsId(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= LongestId } id && id.All(char.IsAsciiDigit);
}
