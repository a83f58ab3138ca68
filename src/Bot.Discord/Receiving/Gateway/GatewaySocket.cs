using System.Buffers;
using System.Net.WebSockets;

namespace Bot.Discord.Receiving.Gateway;

/// <summary>The web socket under a connection to the gateway: whole messages in and out, and an end that the other side hears of.</summary>
internal sealed class GatewaySocket : IDisposable
{
    /// <summary>Any but 1000 and 1001, which would end the session.</summary>
    public const WebSocketCloseStatus KeepSession = (WebSocketCloseStatus)4000;

    /// <summary>Of one event: a server with very many channels and roles is some MiB.</summary>
    private const int MostBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan Sending = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Closing = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly ClientWebSocket _socket = new();
    private readonly SendAllowance _allowance;
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ArrayBufferWriter<byte> _message = new(16 * 1024);

    public GatewaySocket(string userAgent, TimeProvider time)
    {
        _socket.Options.SetRequestHeader("User-Agent", userAgent);
        _time = time;
        _allowance = new SendAllowance(time);
        _socket.Options.KeepAliveInterval = TimeSpan.Zero; // The heartbeat does that.
    }

    public bool IsOpen => _socket.State == WebSocketState.Open;

    /// <summary>What the other side closed with; null: it did not.</summary>
    public int? CloseStatus => (int?)_socket.CloseStatus;

    /// <summary>The last message; valid until the next is received.</summary>
    public ReadOnlyMemory<byte> Message => _message.WrittenMemory;

    public Task ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        if (address.IsLoopback)
        {
            _socket.Options.Proxy = null;
        }

        return _socket.ConnectAsync(address, cancellationToken);
    }

    /// <summary>Sends one whole frame, or nothing when what a connection may send in a minute is used up.</summary>
    public async Task SendAsync(byte[] frame, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            if (_allowance.TryTake())
            {
                // Not cancelled by the bot's stop: half a frame cuts the connection, and the session would not be closed.
                using var limit = new CancellationTokenSource(Sending, _time);
                await _socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, limit.Token);
            }
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Receives one whole message; null, or how the connection ended instead.</summary>
    public async Task<GatewayEnd?> ReceiveAsync(CancellationToken cancellationToken)
    {
        _message.Clear();
        while (true)
        {
            var received = await _socket.ReceiveAsync(_message.GetMemory(16 * 1024), cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return GatewayEnd.Closed(CloseStatus);
            }

            _message.Advance(received.Count);
            if (_message.WrittenCount > MostBytes)
            {
                await CloseAsync(KeepSession);
                return new GatewayEnd(NextStep.Identify, null, "an event was too long");
            }

            if (received.EndOfMessage)
            {
                return null;
            }
        }
    }

    /// <summary>Says that nothing more is sent.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status)
    {
        if (_socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        using var limit = new CancellationTokenSource(Closing, _time);
        try
        {
            await _socket.CloseOutputAsync(status, null, limit.Token);
        }
        catch (Exception failure)
            when (failure
                    is OperationCanceledException
                        or WebSocketException
                        or IOException
                        or ObjectDisposedException
                        or InvalidOperationException
            )
        {
            // It is closed one way or the other.
        }
    }

    /// <summary>
    /// Closes, gives the other side a moment to close as well, then lets go. What is still on its way is read meanwhile: a
    /// connection that is dropped with bytes unread takes the close frame with it.
    /// </summary>
    /// <param name="receiving">What <see cref="ReceiveAsync"/> is about; null: nothing.</param>
    public async Task LeaveAsync(WebSocketCloseStatus status, Task<GatewayEnd?>? receiving = null)
    {
        await CloseAsync(status);
        Task read = ReadOutAsync(receiving ?? ReceiveAsync(CancellationToken.None));
        await read.WaitAsync(Closing, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Abort();
        await read.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task ReadOutAsync(Task<GatewayEnd?> receiving)
    {
        while (await receiving is null)
        {
            receiving = ReceiveAsync(CancellationToken.None);
        }
    }
}
