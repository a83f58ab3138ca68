using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Emulators.Log;

/// <summary>JSON settings for the control API and the log.</summary>
public static class LogJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        };
}
