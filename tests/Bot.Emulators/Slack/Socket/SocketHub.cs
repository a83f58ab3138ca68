using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Outbound;

namespace Bot.Emulators.Slack.Socket;

/// <summary>
/// Socket Mode (https://docs.slack.dev/apis/events-api/using-socket-mode): single-use addresses, at most ten connections,
/// and each envelope goes to any one of them.
/// </summary>
public sealed class SocketHub(SlackServer server, int seed)
{
    private const int Most = 10;

    private readonly HashSet<string> _tickets = [];
    private readonly List<SocketConnection> _connections = [];
    private readonly Random _random = new(seed);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _opened;

    /// <summary>Time between pings; infinite to make new connections silent.</summary>
    public TimeSpan PingInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait for the acknowledgement of an envelope.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Time between a disconnect frame and dropping the connection if the app does not close it.</summary>
    public TimeSpan Farewell { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Number of acknowledgements to lose.</summary>
    public int LostAcknowledgements { get; set; }

    /// <summary>Number of new connections told to leave before they are greeted.</summary>
    public int DismissedBeforeHello { get; set; }

    /// <summary>Number of greeted connections that are still open.</summary>
    public int Count
    {
        get
        {
            lock (_connections)
            {
                return _connections.Count;
            }
        }
    }

    /// <summary>Number of connections ever greeted.</summary>
    public int Opened => Volatile.Read(ref _opened);

    internal string NewAddress(bool debugReconnects = false)
    {
        lock (_connections)
        {
            var ticket = server.World.NewId("ticket-");
            _tickets.Add(ticket);
            var address = new UriBuilder(server.Address)
            {
                Scheme = "ws",
                Path = "/link/",
                Query = $"ticket={ticket}&app_id={server.World.App.Id}",
            };
            return address.Uri + (debugReconnects ? "&debug_reconnects=true" : "");
        }
    }

    internal void Map(IEndpointRouteBuilder routes, CancellationToken stopping) =>
        routes.Map("/link", context => AcceptAsync(context, stopping));

    /// <summary>Waits until the condition holds.</summary>
    /// <exception cref="TimeoutException">The condition did not hold in time.</exception>
    public async Task WaitForAsync(Func<SocketHub, bool> isSo, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(deadline);
        while (true)
        {
            Task signal;
            lock (_connections)
            {
                signal = _changed.Task;
            }

            if (isSo(this))
            {
                return;
            }

            try
            {
                await signal.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"After {deadline.TotalSeconds} s there are {Count} connections; {Opened} were opened.");
            }
        }
    }

    /// <summary>Sends an envelope over any one connection and waits for its acknowledgement.</summary>
    /// <param name="type"><c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>.</param>
    /// <returns>The body is the acknowledgement's payload; <c>dispatch_failed</c> if nobody is connected.</returns>
    public async Task<SentRequest> SendAsync(
        string type,
        JsonObject payload,
        CancellationToken cancellationToken,
        int retry = 0,
        string reason = ""
    )
    {
        var started = Stopwatch.GetTimestamp();
        double Since() => Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (Pick() is not { } connection)
        {
            return new SentRequest(0, "dispatch_failed", "", null, Since());
        }

        var id = server.World.NewId("envelope-");
        var envelope = SocketFrames.Envelope(id, type, payload, retry, reason);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Deadline);
        try
        {
            var answer = await connection.AskAsync(id, envelope, limit.Token);
            return new SentRequest(200, "ok", answer is null or { Count: 0 } ? "" : answer.ToJsonString(), "application/json", Since());
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or WebSocketException && !cancellationToken.IsCancellationRequested)
        {
            return new SentRequest(0, "operation_timeout", "", null, Since());
        }
    }

    /// <summary>Tells connections to leave, oldest first; those that don't are dropped after <see cref="Farewell"/>.</summary>
    /// <param name="reason"><c>warning</c>, <c>refresh_requested</c>, <c>link_disabled</c>.</param>
    /// <param name="count">Null for all.</param>
    public async Task DisconnectAsync(string reason, int? count = null, CancellationToken cancellationToken = default)
    {
        foreach (var connection in Leaving(count ?? int.MaxValue))
        {
            await connection.SendAsync(SocketFrames.Disconnect(reason), cancellationToken);
            _ = CutAsync(connection);
        }
    }

    /// <summary>Drops all connections without a close frame.</summary>
    public void Abort()
    {
        foreach (var connection in Leaving(int.MaxValue))
        {
            connection.Abort();
        }
    }

    private async Task AcceptAsync(HttpContext context, CancellationToken stopping)
    {
        bool isGood;
        lock (_connections)
        {
            isGood = _tickets.Remove(context.Request.Query["ticket"].ToString());
        }

        if (!isGood || !context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = isGood ? StatusCodes.Status400BadRequest : StatusCodes.Status408RequestTimeout;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext
            {
                // With a timeout it sends pings and expects pongs; without one it would only send pongs.
                KeepAliveInterval = PingInterval,
                KeepAliveTimeout = TimeSpan.FromSeconds(60),
            }
        );
        using var connection = new SocketConnection(server.World.NewId("socket-"), socket);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        try
        {
            await ServeAsync(connection, gone.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException)
        {
            // The app is gone, or the server is shutting down.
        }
        finally
        {
            lock (_connections)
            {
                _connections.Remove(connection);
            }

            Changed();
        }
    }

    private async Task ServeAsync(SocketConnection connection, CancellationToken cancellationToken)
    {
        bool isWelcome;
        int count;
        lock (_connections)
        {
            isWelcome = _connections.Count < Most && DismissedBeforeHello-- <= 0;
            DismissedBeforeHello = Math.Max(0, DismissedBeforeHello);
            count = _connections.Count + 1;
        }

        if (!isWelcome)
        {
            await connection.SendAsync(SocketFrames.Disconnect(count > Most ? "too_many_websockets" : "warning"), cancellationToken);
            await connection.CloseAsync(cancellationToken);
            await connection.ReceiveAsync(_ => false, cancellationToken);
            return;
        }

        await connection.SendAsync(SocketFrames.Hello(server.World.App.Id, count), cancellationToken);
        lock (_connections)
        {
            _connections.Add(connection);
        }

        Interlocked.Increment(ref _opened);
        Changed();
        await connection.ReceiveAsync(_ => IsHeard(), cancellationToken);
        await connection.CloseAsync(cancellationToken);
    }

    private bool IsHeard()
    {
        lock (_connections)
        {
            return LostAcknowledgements == 0 || LostAcknowledgements-- == 0;
        }
    }

    private SocketConnection? Pick()
    {
        lock (_connections)
        {
            var staying = _connections.FindAll(connection => !connection.IsLeaving);
            var from = staying.Count > 0 ? staying : _connections;
            return from.Count == 0 ? null : from[_random.Next(from.Count)];
        }
    }

    private List<SocketConnection> Leaving(int count)
    {
        lock (_connections)
        {
            var leaving = _connections.FindAll(connection => !connection.IsLeaving).Take(count).ToList();
            leaving.ForEach(connection => connection.IsLeaving = true);
            return leaving;
        }
    }

    private async Task CutAsync(SocketConnection connection)
    {
        await Task.Delay(Farewell, server.World.Time);
        connection.Abort();
    }

    private void Changed()
    {
        TaskCompletionSource signal;
        lock (_connections)
        {
            signal = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        signal.SetResult();
    }
}
