using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Tests.Discord;

/// <summary>A gateway client, frame by frame.</summary>
internal sealed class Socket : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Socket> OpenAsync(string url, string query = "?v=10&encoding=json")
    {
        var client = new Socket();
        await client._socket.ConnectAsync(new Uri(url + query), Cancellation);
        return client;
    }

    public static async Task<Socket> IdentifiedAsync(Talk talk, int intents = 1)
    {
        var client = await OpenAsync(talk.Server.GatewayUrl);
        await client.NextAsync(10);
        await client.SendAsync(2, Identify(intents));
        await client.NextAsync("READY");
        return client;
    }

    public static JsonObject Identify(int intents, string token = Talk.Token) =>
        new()
        {
            ["token"] = token,
            ["intents"] = intents,
            ["properties"] = new JsonObject
            {
                ["os"] = "linux",
                ["browser"] = "test",
                ["device"] = "test",
            },
        };

    public Task SendAsync(int op, JsonNode? data) => SendAsync(new JsonObject { ["op"] = op, ["d"] = data }.ToJsonString());

    public Task SendAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, Cancellation);

    /// <summary>The next frame; null when the server closed.</summary>
    public async Task<JsonNode?> NextAsync()
    {
        using var whole = new MemoryStream();
        var buffer = new byte[65536];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            var result = await _socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            whole.Write(buffer, 0, result.Count);
            if (result.EndOfMessage)
            {
                return JsonNode.Parse(Encoding.UTF8.GetString(whole.ToArray()));
            }
        }
    }

    public Task<JsonNode> NextAsync(int op) => NextAsync(frame => (int)frame["op"]! == op);

    public Task<JsonNode> NextAsync(string name) => NextAsync(frame => (string?)frame["t"] == name);

    public async Task<int> ClosedAsync()
    {
        while (await NextAsync() is not null) { }

        return (int)_socket.CloseStatus!;
    }

    public Task CloseAsync(int code) => _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, Cancellation);

    public void Dispose() => _socket.Dispose();

    private async Task<JsonNode> NextAsync(Func<JsonNode, bool> fits)
    {
        while (await NextAsync() is { } frame)
        {
            if (fits(frame))
            {
                return frame;
            }
        }

        throw new InvalidOperationException($"The server closed with {_socket.CloseStatus}.");
    }
}
