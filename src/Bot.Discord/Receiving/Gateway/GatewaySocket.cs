using System.Buffers;
using System.Net.WebSockets;

namespace Bot.Discord.Receiving.Gateway;

/// <summary>The web socket of a gateway connection: whole messages in and out, and a close that the other side learns of.</summary>
internal sealed class GatewaySocket : IDisposable
{
    /// <summary>Any code except 1000 and 1001, which would end the session.</summary>
    public const WebSocketCloseStatus KeepSession = (WebSocketCloseStatus)4000;

    /// <summary>Maximum size of one event: a server with very many channels and roles takes some MiB.</summary>
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

    /// <summary>The other side's close code; null if it did not close.</summary>
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

    /// <summary>Sends one whole frame, or nothing if the connection's allowance for the minute is used up.</summary>
    public async Task SendAsync(byte[] frame, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            if (_allowance.TryTake())
            {
                // Not cancelled when the bot stops: half a frame cuts the connection, and the session would not be closed.
                using var limit = new CancellationTokenSource(Sending, _time);
                await _socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, limit.Token);
            }
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Receives one whole message and returns null, or returns how the connection ended.</summary>
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

    /// <summary>Announces that nothing more will be sent.</summary>
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
            // It is closed either way.
        }
    }

    /// <summary>
    /// Closes, gives the other side a moment to close as well, then disconnects. Meanwhile it keeps reading: dropping a connection with
    /// unread bytes loses the close frame too.
    /// </summary>
    /// <param name="receiving">The pending <see cref="ReceiveAsync"/>; null: none.</param>
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
