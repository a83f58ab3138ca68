using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Slack.Tests.Receiving.Socket;

/// <summary>A WebSocket server that says what it is told to and then stays silent: no pong, no close.</summary>
internal sealed class SilentServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public SilentServer(string greeting)
    {
        _listener.Start();
        _ = ServeAsync(greeting);
    }

    public Uri Address => new($"ws://{_listener.LocalEndpoint}/link/");

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync(string greeting)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        var request = new StringBuilder();
        var buffer = new byte[4096];
        while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            request.Append(Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer)));
        }

        var key = request
            .ToString()
            .Split("\r\n")
            .Single(line => line.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase))
            .Split(':', 2)[1]
            .Trim();
        // RFC 6455, section 4.2.2
#pragma warning disable CA5350 // The protocol asks for it.
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"
            )
        );
        var frame = Encoding.UTF8.GetBytes(greeting);
        await stream.WriteAsync((byte[])[0x81, (byte)frame.Length, .. frame]);
        while (await stream.ReadAsync(buffer) > 0)
        {
            // Received, but not answered.
        }
    }
}
