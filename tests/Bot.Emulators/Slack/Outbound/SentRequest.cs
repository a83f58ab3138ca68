using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Outbound;

/// <summary>The outcome of a request to the bot.</summary>
/// <param name="Status">0 if there was no response.</param>
/// <param name="Verdict">
/// <c>ok</c>, or what the person would read: <c>operation_timeout</c>, <c>dispatch_failed</c>, <c>http_client_error</c>,
/// <c>http_service_error</c>.
/// </param>
public sealed record SentRequest(int Status, string Verdict, string Body, string? ContentType, double Milliseconds)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public bool IsOk => Verdict == "ok";

    /// <summary>The body as JSON; null if empty or something else.</summary>
    public JsonObject? Json()
    {
        try
        {
            return Body.Length == 0 ? null : JsonNode.Parse(Body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
