using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Emulators.Log;

/// <summary>How the control API and the log's lines are written.</summary>
public static class LogJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };
}
