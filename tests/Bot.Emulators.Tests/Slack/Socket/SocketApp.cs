using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Tests.Slack.Socket;

/// <summary>The app's end of a Socket Mode connection.</summary>
public sealed class SocketApp : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SocketApp> ConnectAsync(string address)
    {
        var app = new SocketApp();
        await app._socket.ConnectAsync(new Uri(address), Cancellation);
        return app;
    }

    /// <summary>The next frame; null when the connection ends.</summary>
    public async Task<JsonObject?> ReceiveAsync()
    {
        var buffer = new byte[1 << 16];
        try
        {
            var received = await _socket.ReceiveAsync(buffer.AsMemory(), Cancellation);
            return received.MessageType == WebSocketMessageType.Close
                ? null
                : JsonNode.Parse(buffer.AsSpan(0, received.Count)) as JsonObject;
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    public async Task AcknowledgeAsync(JsonObject envelope, JsonObject? payload = null)
    {
        var answer = new JsonObject { ["envelope_id"] = envelope["envelope_id"]!.DeepClone(), ["payload"] = payload };
        await _socket.SendAsync(Encoding.UTF8.GetBytes(answer.ToJsonString()), WebSocketMessageType.Text, true, Cancellation);
    }

    public void Dispose() => _socket.Dispose();
}
