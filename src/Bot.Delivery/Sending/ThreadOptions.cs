using System.Text.Json;

namespace Bot.Delivery.Sending;

/// <summary>What a subscription's options say to the sender.</summary>
public static class ThreadOptions
{
    public const string PreferDuplicate = "preferDuplicate";

    /// <summary>Rather twice than not at all, where the platform can't say whether it has a post.</summary>
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
}
