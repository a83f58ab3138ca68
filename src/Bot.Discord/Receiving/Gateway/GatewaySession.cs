using Bot.Chat.Calls;

namespace Bot.Discord.Receiving.Gateway;

/// <summary>What is needed to resume after a lost connection. https://discord.com/developers/docs/events/gateway#resuming</summary>
/// <param name="ResumeUrl">Where to resume, which is not where the session began.</param>
/// <param name="Sequence">The last event's that was taken.</param>
internal sealed record GatewaySession(string Id, Uri ResumeUrl, long Sequence)
{
    /// <summary>From the data of READY; null if it is malformed.</summary>
    public static GatewaySession? Of(ReadOnlyMemory<byte> ready, long sequence)
    {
        using var document = PayloadJson.Parse(ready);
        return
            document?.RootElement is { } root
            && root.StringAt("session_id") is { Length: > 0 } id
            && Uri.TryCreate(root.StringAt("resume_gateway_url"), UriKind.Absolute, out var address)
            && address.Scheme is "ws" or "wss"
            ? new GatewaySession(id, address, sequence)
            : null;
    }
}
