using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Chat.Calls;

namespace Bot.Slack.Receiving.Socket;

/// <summary>A Socket Mode frame (https://docs.slack.dev/apis/events-api/using-socket-mode). Missing fields are empty.</summary>
/// <param name="Type"><c>hello</c>, <c>disconnect</c>, <c>slash_commands</c>, <c>interactive</c>, <c>events_api</c>.</param>
/// <param name="EnvelopeId">Identifies it in the acknowledgement.</param>
/// <param name="TakesPayload">The acknowledgement may carry an answer.</param>
/// <param name="Reason">For a disconnect.</param>
/// <param name="Payload">Valid as long as its document.</param>
internal readonly record struct SocketFrame(string Type, string EnvelopeId, bool TakesPayload, string Reason, JsonElement Payload)
{
    /// <summary>The connection's announced lifetime in seconds; 0 if not announced.</summary>
    public double AnnouncedLife { get; private init; }

    public static SocketFrame Of(JsonElement json) =>
        new(
            json.TextAt("type"),
            json.TextAt("envelope_id"),
            json.At("accepts_response_payload") is not { ValueKind: JsonValueKind.False },
            json.TextAt("reason"),
            json.At("payload") ?? default
        )
        {
            AnnouncedLife =
                json.At("debug_info", "approximate_connection_time") is { ValueKind: JsonValueKind.Number } number
                && number.TryGetDouble(out var seconds)
                && seconds is > 0 and < 1e6
                    ? seconds
                    : 0,
        };

    /// <param name="payload">A JSON object; empty: none.</param>
    public static byte[] Acknowledgement(string envelopeId, byte[] payload)
    {
        var id = JavaScriptEncoder.Default.Encode(envelopeId);
        return payload.Length == 0
            ? Encoding.UTF8.GetBytes($$"""{"envelope_id":"{{id}}"}""")
            : [.. Encoding.UTF8.GetBytes($$"""{"envelope_id":"{{id}}","payload":"""), .. payload, (byte)'}'];
    }
}
