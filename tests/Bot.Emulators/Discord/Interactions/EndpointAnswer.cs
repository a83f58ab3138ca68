using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Interactions;

/// <summary>The response of an interactions endpoint.</summary>
/// <param name="Status">0 if nothing came in time, or nobody is listening.</param>
public sealed record EndpointAnswer(int Status, string? ContentType, string Body)
{
    public static EndpointAnswer None { get; } = new(0, null, "");

    public bool IsJson => ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>Null if not a JSON object.</summary>
    public JsonObject? Json
    {
        get
        {
            try
            {
                return IsJson ? JsonNode.Parse(Body) as JsonObject : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
