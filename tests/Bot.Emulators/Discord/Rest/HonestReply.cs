using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Rest;

/// <summary>A route's response. Without a body: 204.</summary>
public sealed record HonestReply(int Status, JsonNode? Body)
{
    public static HonestReply Empty { get; } = new(204, null);

    public static HonestReply Ok(JsonNode body) => new(200, body);

    public static HonestReply Created(JsonNode body) => new(201, body);
}
