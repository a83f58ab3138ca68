using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Bot.Emulators.Discord.Gateway;

/// <summary>One WebSocket: reads frames within Discord's limits, writes in order, and can go silent.</summary>
public sealed class GatewayConnection : IDisposable
{
    private const int LargestPayload = 4096;
    private readonly Channel<Outgoing> _outgoing = Channel.CreateUnbounded<Outgoing>();
    private readonly WebSocket _socket;
    private readonly ZlibStreamEncoder? _zlib;
    private readonly CancellationTokenSource _gone;

    internal GatewayConnection(int number, WebSocket socket, bool compresses, CancellationToken cancellationToken)
    {
        (Number, _socket) = (number, socket);
        _zlib = compresses ? new ZlibStreamEncoder() : null;
        _gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>From 1, in the order clients connected.</summary>
    public int Number { get; }

    /// <summary>User-Agent header of the handshake; empty if the client sent none.</summary>
    public string UserAgent { get; internal init; } = "";

    /// <summary>If set, nothing new is sent or answered, but the socket stays open; queued frames are still sent.</summary>
    public bool IsSilent { get; set; }

    public GatewaySession? Session { get; set; }

    /// <summary>The client's close code; null if it gave none.</summary>
    public int? ClosedByClient { get; private set; }

    internal CancellationToken Gone => _gone.Token;

    internal void Send(Opcode opcode, JsonNode? data) =>
        Send(
            new JsonObject
            {
                ["op"] = (int)opcode,
                ["d"] = data,
                ["s"] = null,
                ["t"] = null,
            }.ToJsonString()
        );

    /// <summary>Queues any frame.</summary>
    public void Send(string frame) => Queue(new Outgoing(frame, 0));

    /// <summary>Closes after sending queued frames.</summary>
    public void Close(int code) => Queue(new Outgoing(null, code));

    /// <summary>Drops the connection without a close frame.</summary>
    public void Drop()
    {
        _socket.Abort();
        _gone.Cancel();
    }

    internal async Task WriteAsync()
    {
        try
        {
            await foreach (var next in _outgoing.Reader.ReadAllAsync(Gone))
            {
                if (next.Frame is null)
                {
                    await _socket.CloseOutputAsync((WebSocketCloseStatus)next.Code, null, Gone);
                    return;
                }

                var bytes = Encoding.UTF8.GetBytes(next.Frame);
                await _socket.SendAsync(
                    _zlib?.Encode(bytes) ?? bytes,
                    _zlib is null ? WebSocketMessageType.Text : WebSocketMessageType.Binary,
                    true,
                    Gone
                );
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The client is gone; its session waits for it to reconnect.
        }
    }

    /// <summary>The next frame; null if the client closed or disappeared.</summary>
    /// <exception cref="InvalidDataException">The frame is larger than Discord accepts.</exception>
    internal async Task<string?> ReadAsync()
    {
        var buffer = new byte[LargestPayload + 1];
        var length = 0;
        try
        {
            while (true)
            {
                var result = await _socket.ReceiveAsync(buffer.AsMemory(length), Gone);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    ClosedByClient = (int?)_socket.CloseStatus;
                    // As every server answers: https://www.rfc-editor.org/rfc/rfc6455#section-5.5.1
                    Close((int)WebSocketCloseStatus.NormalClosure);
                    return null;
                }

                length += result.Count;
                if (length > LargestPayload)
                {
                    throw new InvalidDataException("The payload is larger than 4096 bytes.");
                }

                if (result.EndOfMessage)
                {
                    return Encoding.UTF8.GetString(buffer, 0, length);
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            return null;
        }
    }

    private void Queue(Outgoing next)
    {
        if (!IsSilent)
        {
            _outgoing.Writer.TryWrite(next);
        }
    }

    public void Dispose()
    {
        _outgoing.Writer.TryComplete();
        _gone.Cancel();
        _zlib?.Dispose();
        _gone.Dispose();
    }

    private sealed record Outgoing(string? Frame, int Code);
}
