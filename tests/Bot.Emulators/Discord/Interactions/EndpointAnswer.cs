using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Interactions;

/// <summary>What an interactions endpoint answered.</summary>
/// <param name="Status">0: nothing came in time, or nobody listens.</param>
public sealed record EndpointAnswer(int Status, string? ContentType, string Body)
{
    public static EndpointAnswer None { get; } = new(0, null, "");

    public bool IsJson => ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>Null when it is no JSON object.</summary>
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
