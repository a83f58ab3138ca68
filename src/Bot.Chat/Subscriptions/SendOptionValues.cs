using System.Text.Json;
using Bot.Chat.Platforms;

namespace Bot.Chat.Subscriptions;

/// <summary>Converts between <see cref="SendOptions"/> and the option values of a subscription.</summary>
public static class SendOptionValues
{
    private static readonly string[] Keys =
    [
        SubscriptionOption.KeyOf(nameof(SendOptions.SilentRoot)),
        SubscriptionOption.KeyOf(nameof(SendOptions.AutoArchiveMinutes)),
        SubscriptionOption.KeyOf(nameof(SendOptions.ForumTags)),
        SubscriptionOption.KeyOf(nameof(SendOptions.Publish)),
        SubscriptionOption.KeyOf(nameof(SendOptions.MentionRole)),
    ];

    /// <summary>Values of the wrong kind count as missing.</summary>
    public static SendOptions Of(OptionValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var known = Keys.Where(key => values[key] is { } value && TryRead(OptionValues.None.With(key, value)) is not null)
            .Aggregate(OptionValues.None, (kept, key) => kept.With(key, values[key]));
        return TryRead(known) ?? SendOptions.None;
    }

    public static OptionValues Into(OptionValues values, SendOptions options)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(options);
        var written = JsonSerializer.SerializeToElement(options, OptionsJson.Default.SendOptions);
        return Keys.Aggregate(
            values,
            (kept, key) => kept.With(key, written.TryGetProperty(key, out var value) && !IsEmpty(value) ? value : null)
        );
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0;

    private static SendOptions? TryRead(OptionValues values)
    {
        if (values.ToJson() is not { } json)
        {
            return SendOptions.None;
        }

        try
        {
            // Missing properties become null here, whatever the record's initializers say.
            return JsonSerializer.Deserialize(json, OptionsJson.Default.SendOptions) is { } read
                ? read with
                {
                    ForumTags = read.ForumTags ?? [],
                }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
