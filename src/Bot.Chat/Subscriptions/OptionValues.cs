using System.Globalization;
using System.Text.Json;

namespace Bot.Chat.Subscriptions;

/// <summary>
/// A subscription's options that differ from their defaults, by key, including those unknown to this version. Immutable.
/// </summary>
public sealed class OptionValues : IEquatable<OptionValues>
{
    private readonly SortedDictionary<string, JsonElement> _values;

    private OptionValues(SortedDictionary<string, JsonElement> values) => _values = values;

    public static OptionValues None { get; } = new(new SortedDictionary<string, JsonElement>(StringComparer.Ordinal));

    public IReadOnlyCollection<string> Keys => _values.Keys;

    /// <summary>Null for the default.</summary>
    public JsonElement? this[string key] => _values.TryGetValue(key, out var value) ? value : null;

    /// <summary>Parses the stored form; text that is not a JSON object yields no options.</summary>
    public static OptionValues Parse(string? json)
    {
        if (json is null)
        {
            return None;
        }

        try
        {
            return JsonSerializer.Deserialize(json, OptionsJson.Default.SortedDictionaryStringJsonElement) is { } values
                ? new OptionValues(values)
                : None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary>The stored form, a JSON object; null if there are no options.</summary>
    public string? ToJson() =>
        _values.Count == 0 ? null : JsonSerializer.Serialize(_values, OptionsJson.Default.SortedDictionaryStringJsonElement);

    /// <param name="value">Null for the default.</param>
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

    /// <summary>Adds the other's values for keys unknown to this version, which it must not drop.</summary>
    public OptionValues Keeping(OptionValues other, IReadOnlyCollection<string> known)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Keys.Where(key => !known.Contains(key)).Aggregate(this, (kept, key) => kept.With(key, other[key]));
    }

    public bool Flag(string key) => this[key]?.ValueKind == JsonValueKind.True;

    /// <summary>A value as shown in a difference, or its default.</summary>
    /// <param name="other">The value on the other side, which tells the kind if this side has none.</param>
    public static string Said(JsonElement? value, JsonElement? other) =>
        value switch
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
