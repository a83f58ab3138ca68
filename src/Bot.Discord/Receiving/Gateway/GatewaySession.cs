using System.Text.Json;

namespace Bot.Discord.Receiving.Gateway;

/// <summary>What it takes to go on where a lost connection stopped. https://discord.com/developers/docs/events/gateway#resuming</summary>
/// <param name="ResumeUrl">Where to resume, which is not where the session began.</param>
/// <param name="Sequence">Of the last event that was taken.</param>
internal sealed record GatewaySession(string Id, Uri ResumeUrl, long Sequence)
{
    /// <summary>From the data of READY; null when it is not what it should be.</summary>
    public static GatewaySession? Of(ReadOnlyMemory<byte> ready, long sequence)
    {
        try
        {
            using var document = JsonDocument.Parse(ready);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("session_id", out var id) && id.ValueKind == JsonValueKind.String
                && root.TryGetProperty("resume_gateway_url", out var url) && url.ValueKind == JsonValueKind.String
                && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address) && address.Scheme is "ws" or "wss"
                ? new GatewaySession(id.GetString()!, address, sequence)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
