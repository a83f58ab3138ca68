using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Configuration;

/// <summary>
/// The JSON schema of <c>appsettings.json</c>, made from the options: keys, types, ranges, defaults. What only the start can judge (one value
/// that depends on another) is not in it.
/// </summary>
public static class ConfigurationSchema
{
    /// <summary>The key under which a file names its schema; it configures nothing.</summary>
    public const string Key = "$schema";

    private static readonly JsonSerializerOptions Writing = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string Json { get; } = Make().ToJsonString(Writing);

    private static JsonObject Make()
    {
        var root = Section(typeof(BotOptions), new BotOptions());
        root["properties"]!.AsObject().Insert(0, Key, new JsonObject { ["type"] = "string" });
        root.Insert(0, Key, "https://json-schema.org/draft/2020-12/schema");
        return root;
    }

    private static JsonObject Section(Type type, object? defaults)
    {
        var properties = new JsonObject();
        foreach (var key in OptionShape.KeysOf(type))
        {
            properties[key.Name] = Of(key.PropertyType, defaults is null ? null : key.GetValue(defaults), key);
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Of(Type type, object? value, MemberInfo? key)
    {
        if (OptionShape.IsValue(type))
        {
            return Value(type, value, key);
        }

        if (OptionShape.EntryOf(type) is { } entry)
        {
            return new JsonObject { ["type"] = new JsonArray("object", "null"), ["additionalProperties"] = Of(entry, null, null) };
        }

        return OptionShape.ElementOf(type) is { } element
            ? new JsonObject { ["type"] = new JsonArray("array", "null"), ["items"] = Of(element, Empty(element), null) }
            : Section(type, value);
    }

    /// <summary>An entry of a list as it is with nothing set; null if it cannot be made without its values.</summary>
    private static object? Empty(Type type) => type.GetConstructor([]) is null ? null : Activator.CreateInstance(type);

    private static JsonObject Value(Type type, object? value, MemberInfo? key)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        var schema = new JsonObject { ["type"] = new JsonArray(TypeOf(inner), "null") };
        if (inner.IsEnum)
        {
            schema["enum"] = new JsonArray([.. OptionShape.NamesOf(inner).Select(name => JsonValue.Create(name)), null]);
        }
        else if (inner == typeof(TimeSpan))
        {
            // Days, hours, minutes, seconds, as .NET writes them.
            schema["pattern"] = @"^-?(\d+|(\d+\.)?\d{1,2}:\d{2}(:\d{2}(\.\d{1,7})?)?)$";
        }

        if (key?.GetCustomAttribute<RangeAttribute>() is { } range && TypeOf(inner) is "integer" or "number")
        {
            schema["minimum"] = Number(range.Minimum);
            schema["maximum"] = Number(range.Maximum);
        }

        if (key?.GetCustomAttribute<RegularExpressionAttribute>() is { } pattern)
        {
            schema["pattern"] = $"^(?:{pattern.Pattern})$";
        }

        if (value is not null)
        {
            schema["default"] = Default(value);
        }

        return schema;
    }

    private static string TypeOf(Type type) =>
        type == typeof(bool) ? "boolean"
        : type == typeof(double) || type == typeof(float) || type == typeof(decimal) ? "number"
        : type.IsPrimitive ? "integer"
        : "string";

    private static JsonValue Number(object bound) => JsonValue.Create(Convert.ToDouble(bound, CultureInfo.InvariantCulture));

    private static JsonNode? Default(object value) =>
        value switch
        {
            bool flag => JsonValue.Create(flag),
            string text => JsonValue.Create(text),
            Uri uri => JsonValue.Create(uri.OriginalString),
            Enum or TimeSpan => JsonValue.Create(value.ToString()),
            IFormattable number => JsonNode.Parse(number.ToString(null, CultureInfo.InvariantCulture)),
            _ => null,
        };
}
