using System.Net.WebSockets;
using Bot.Chat.Calls;
using Bot.Chat.Platforms;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Receiving.Gateway;

/// <summary>
/// One connection to the gateway, from opening to end. It identifies or resumes, keeps up the heartbeat, notices when it goes unanswered,
/// and passes on each event once. https://discord.com/developers/docs/events/gateway#connections
/// </summary>
internal sealed partial class GatewayConnection(
    string token,
    string userAgent,
    ShardId shard,
    GatewaySession? session,
    IGatewayEvents events,
    IConnectionHold hold,
    Func<CancellationToken, Task> beforeIdentify,
    TimeProvider time,
    Random random,
    ILogger logger
)
{
    private static readonly TimeSpan Opening = TimeSpan.FromSeconds(30);
    private static readonly GatewayEnd Stopped = new(NextStep.Stop, null, "the bot stops");

    private readonly TaskCompletionSource<GatewayEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? _sequence = session?.Sequence;
    private volatile bool _unanswered;

    /// <summary>The session to resume; null if there is none, or no longer one.</summary>
    public GatewaySession? Session { get; private set; } = session;

    /// <summary>Whether a session began or was resumed.</summary>
    public bool Succeeded { get; private set; }

    /// <summary>Completes with how the connection ended. When cancelled, it first closes the session properly.</summary>
    public async Task<GatewayEnd> RunAsync(Uri address, CancellationToken stopping)
    {
        using var socket = new GatewaySocket(userAgent, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var beating = Task.CompletedTask;
        try
        {
            using (var opening = new CancellationTokenSource(Opening, time))
            using (var either = CancellationTokenSource.CreateLinkedTokenSource(opening.Token, stopping))
            {
                await socket.ConnectAsync(address, either.Token);
                // Usually hello; a platform that is shutting down may send reconnect instead.
                if (await socket.ReceiveAsync(either.Token) is { } early)
                {
                    return early;
                }

                if (TryReadHello(socket) is not { } interval)
                {
                    return ReadFrame(socket) is { } other && await TakeAsync(socket, other, stopping) is { } end
                        ? end
                        : new GatewayEnd(NextStep.Resume, null, "no hello");
                }

                beating = BeatAsync(socket, interval, ending.Token);
            }

            await OpenSessionAsync(socket, stopping);
            return await ListenAsync(socket, stopping);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return new GatewayEnd(NextStep.Resume, null, "no answer in time");
        }
        catch (OperationCanceledException) when (socket.IsOpen)
        {
            // Stopped between connecting and listening: a session may have begun, so end it as well.
            await socket.LeaveAsync(WebSocketCloseStatus.NormalClosure);
            throw;
        }
        catch (Exception failure)
            when (failure
                    is WebSocketException
                        or IOException
                        or HttpRequestException
                        or ObjectDisposedException
                        or InvalidOperationException
            )
        {
            return GatewayEnd.Closed(socket.CloseStatus) with { Detail = failure.GetType().Name };
        }
        finally
        {
            await ending.CancelAsync();
            await beating;
        }
    }

    private async Task<GatewayEnd> ListenAsync(GatewaySocket socket, CancellationToken stopping)
    {
        await using var stop = stopping.Register(() => _ended.TrySetResult(Stopped));
        while (true)
        {
            // Not cancelled: that would cut the connection, and Discord would show the bot online until it notices.
            var receiving = socket.ReceiveAsync(CancellationToken.None);
            if (await Task.WhenAny((Task)receiving, _ended.Task) == _ended.Task)
            {
                var end = await _ended.Task;
                await socket.LeaveAsync(end == Stopped ? WebSocketCloseStatus.NormalClosure : GatewaySocket.KeepSession, receiving);
                stopping.ThrowIfCancellationRequested();
                return end;
            }

            if (await receiving is { } closed)
            {
                return closed;
            }

            if (ReadFrame(socket) is not { } frame)
            {
                Log.Unreadable(logger, socket.Message.Length);
            }
            else if (await TakeAsync(socket, frame, stopping) is { } ordered)
            {
                await socket.CloseAsync(GatewaySocket.KeepSession);
                return ordered;
            }
        }
    }

    /// <summary>Null: continue.</summary>
    private async Task<GatewayEnd?> TakeAsync(GatewaySocket socket, GatewayFrame frame, CancellationToken cancellationToken)
    {
        switch (frame.Opcode)
        {
            case GatewayOpcode.Dispatch:
                Dispatch(frame);
                return null;
            case GatewayOpcode.Heartbeat:
                await socket.SendAsync(GatewayFrames.Heartbeat(_sequence), cancellationToken);
                return null;
            case GatewayOpcode.HeartbeatAck:
                _unanswered = false;
                return null;
            case GatewayOpcode.Reconnect:
                return new GatewayEnd(NextStep.Resume, null, "Discord asked to reconnect");
            case GatewayOpcode.InvalidSession:
                var resumable = frame.Data.Span.SequenceEqual("true"u8);
                Session = resumable ? Session : null;
                return new GatewayEnd(resumable ? NextStep.Resume : NextStep.Identify, null, "invalid session");
            default:
                return null;
        }
    }

    private void Dispatch(GatewayFrame frame)
    {
        // After a resume, events may be repeated; taking one out of order would make the next resume repeat it.
        if (frame.Sequence is not { } sequence || (_sequence is { } last && sequence <= last))
        {
            return;
        }

        _sequence = sequence;
        Session =
            frame.Event == "READY" ? GatewaySession.Of(frame.Data, sequence)
            : Session is null ? null
            : Session with { Sequence = sequence };
        if (frame.Event is "READY" or "RESUMED")
        {
            Succeeded = true;
            Log.Opened(logger, frame.Event);
        }

        events.Take(frame.Event, frame.Data, hold);
    }

    private async Task OpenSessionAsync(GatewaySocket socket, CancellationToken cancellationToken)
    {
        if (Session is { } known)
        {
            await socket.SendAsync(GatewayFrames.Resume(token, known), cancellationToken);
        }
        else
        {
            await beforeIdentify(cancellationToken);
            _sequence = null;
            await socket.SendAsync(GatewayFrames.Identify(token, shard), cancellationToken);
        }
    }

    /// <summary>Delays the first beat by a random part of the interval, so that connections do not beat in step.</summary>
    private async Task BeatAsync(GatewaySocket socket, TimeSpan interval, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(interval * random.NextDouble(), time, cancellationToken);
            while (true)
            {
                if (_unanswered)
                {
                    Log.Zombie(logger);
                    _ended.TrySetResult(new GatewayEnd(NextStep.Resume, null, "heartbeats are not answered"));
                    return;
                }

                _unanswered = true;
                await socket.SendAsync(GatewayFrames.Heartbeat(_sequence), cancellationToken);
                await Task.Delay(interval, time, cancellationToken);
            }
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
            // The connection is over, which its reader notices as well.
        }
    }

    private static GatewayFrame? ReadFrame(GatewaySocket socket) => GatewayFrame.TryRead(socket.Message);

    private static TimeSpan? TryReadHello(GatewaySocket socket) => ReadFrame(socket) is { } frame ? IntervalOf(frame) : null;

    /// <summary>Null: the frame is not a hello, or does not give an interval.</summary>
    internal static TimeSpan? IntervalOf(GatewayFrame frame)
    {
        if (frame is not { Opcode: GatewayOpcode.Hello, Data: var data })
        {
            return null;
        }

        using var hello = PayloadJson.Parse(data);
        return hello?.RootElement.NumberAt("heartbeat_interval") is { } milliseconds and >= 10 and <= 600_000
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;
    }

    private static partial class Log
    {
        [LoggerMessage(4130, LogLevel.Information, "Connected to Discord's gateway ({Event})")]
        public static partial void Opened(ILogger logger, string @event);

        [LoggerMessage(4131, LogLevel.Warning, "Discord's gateway does not answer heartbeats: reconnecting")]
        public static partial void Zombie(ILogger logger);

        [LoggerMessage(4132, LogLevel.Warning, "A message of {Bytes} bytes from Discord's gateway could not be read")]
        public static partial void Unreadable(ILogger logger, int bytes);
    }
}
