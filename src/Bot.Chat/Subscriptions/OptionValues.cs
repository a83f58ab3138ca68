using System.Globalization;
using System.Text.Json;

namespace Bot.Chat.Subscriptions;

/// <summary>The options of a subscription that differ from what goes without saying, by key; also those that this version does not know. Immutable.</summary>
public sealed class OptionValues : IEquatable<OptionValues>
{
    private readonly SortedDictionary<string, JsonElement> _values;

    private OptionValues(SortedDictionary<string, JsonElement> values) => _values = values;

    public static OptionValues None { get; } = new(new SortedDictionary<string, JsonElement>(StringComparer.Ordinal));

    public IReadOnlyCollection<string> Keys => _values.Keys;

    /// <summary>Null: it is as it goes without saying.</summary>
    public JsonElement? this[string key] => _values.TryGetValue(key, out var value) ? value : null;

    /// <summary>Reads the stored form; text that is no JSON object holds none.</summary>
    public static OptionValues Parse(string? json)
    {
        if (json is null)
        {
            return None;
        }

        try
        {
            return JsonSerializer.Deserialize(json, OptionsJson.Default.SortedDictionaryStringJsonElement) is { } values ? new OptionValues(values) : None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary>The stored form: a JSON object; null when there is none.</summary>
    public string? ToJson() => _values.Count == 0 ? null : JsonSerializer.Serialize(_values, OptionsJson.Default.SortedDictionaryStringJsonElement);

    /// <param name="value">Null: as it goes without saying.</param>
    public OptionValues With(string key, JsonElement? value)
    {
        var values = new SortedDictionary<string, JsonElement>(_values, StringComparer.Ordinal);
        values.Remove(key);
        if (value is { } given)
        {
            values[key] = given;
        }

        return new OptionValues(values);
    }

    /// <summary>With the values of another under keys that this version does not know: they are not for it to drop.</summary>
    public OptionValues Keeping(OptionValues other, IReadOnlyCollection<string> known)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Keys.Where(key => !known.Contains(key)).Aggregate(this, (kept, key) => kept.With(key, other[key]));
    }

    public bool Flag(string key) => this[key]?.ValueKind == JsonValueKind.True;

    /// <summary>A value as a difference shows it, or what goes without saying there.</summary>
    /// <param name="other">The value on the other side, which tells what kind it is when there is none here.</param>
    public static string Said(JsonElement? value, JsonElement? other) => value switch
    {
        { ValueKind: JsonValueKind.True } => "true",
        { ValueKind: JsonValueKind.Array } list => string.Join(", ", list.EnumerateArray().Select(item => Said(item, null))),
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } known => known.GetRawText().ToLower(CultureInfo.InvariantCulture),
        _ => other is { ValueKind: JsonValueKind.True } ? "false" : "none",
    };

    public bool Equals(OptionValues? other) => other is not null && ToJson() == other.ToJson();

    public override bool Equals(object? obj) => Equals(obj as OptionValues);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson() ?? "");
}
