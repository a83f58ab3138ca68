using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using Bot.Chat.Calls;
using Bot.Chat.Platforms;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Receiving.Socket;

/// <summary>
/// One Socket Mode connection. Envelopes are handled concurrently and acknowledged on the connection that brought them. It says when it
/// should be replaced and keeps receiving until it ends.
/// </summary>
internal sealed partial class SocketLink(
    Uri address,
    SocketEnvelopes envelopes,
    IConnectionHold hold,
    SocketPatience patience,
    TimeProvider time,
    ILogger logger
) : IDisposable
{
    /// <summary>Maximum size of a frame, in bytes: a press includes a whole message.</summary>
    private const int MostBytes = 2 * 1024 * 1024;

    /// <summary>Maximum of envelopes in progress; further ones are not taken, and Slack may send them again.</summary>
    private const int MostAtOnce = 200;

    /// <summary>Slack does not always close its side.</summary>
    public static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(1);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ConcurrentDictionary<Task, byte> _answering = new();
    private readonly TaskCompletionSource _greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ITimer? _age;

    /// <summary>Completes once Slack has greeted: envelopes follow.</summary>
    public Task Greeted => _greeted.Task;

    /// <summary>Completes when it should be replaced: Slack's reason, <c>old</c>, or <c>ended</c>.</summary>
    public Task<string> Leaving => _leaving.Task;

    /// <summary>Connects and receives until the connection ends, whoever ends it. Never throws, whatever arrives.</summary>
    public async Task RunAsync()
    {
        try
        {
            using var connecting = new CancellationTokenSource(patience.Greeting, time);
            _socket.Options.KeepAliveInterval = patience.Ping;
            _socket.Options.KeepAliveTimeout = patience.Silence;
            if (address.IsLoopback)
            {
                _socket.Options.Proxy = null;
            }

            await _socket.ConnectAsync(address, connecting.Token);
            await ReceiveAsync();
        }
        catch (Exception failure)
        {
            // A WebSocketException's message may name the address, whose ticket is a secret.
            Log.Broken(logger, (failure as WebSocketException)?.WebSocketErrorCode.ToString() ?? failure.GetType().Name);
        }
        finally
        {
            _leaving.TrySetResult("ended");
            await Task.WhenAll(_answering.Keys);
        }
    }

    /// <summary>Ends it gracefully: envelopes in progress are acknowledged first.</summary>
    public async Task CloseAsync()
    {
        await Task.WhenAll(_answering.Keys);
        using var limit = new CancellationTokenSource(CloseTimeout, time);
        try
        {
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
            }
        }
        catch (Exception failure)
            when (failure is WebSocketException or OperationCanceledException or IOException or InvalidOperationException)
        {
            // It is gone, as intended.
        }
    }

    /// <summary>Ends it at once.</summary>
    public void Abort() => _socket.Abort();

    public void Dispose()
    {
        _age?.Dispose();
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task ReceiveAsync()
    {
        var frame = new ArrayBufferWriter<byte>(16 * 1024);
        while (true)
        {
            var received = await _socket.ReceiveAsync(frame.GetMemory(8 * 1024), CancellationToken.None);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await CloseAsync();
                return;
            }

            frame.Advance(received.Count);
            if (frame.WrittenCount > MostBytes)
            {
                Log.Broken(logger, "a frame without end");
                _socket.Abort();
                return;
            }

            if (received.EndOfMessage)
            {
                Take(frame.WrittenSpan.ToArray());
                frame.Clear();
            }
        }
    }

    private void Take(byte[] bytes)
    {
        var document = PayloadJson.Parse(bytes);
        if (document is null)
        {
            return;
        }

        var frame = SocketFrame.Of(document.RootElement);
        switch (frame)
        {
            case { Type: "hello" }:
                Greet(frame.AnnouncedLife);
                break;
            case { Type: "disconnect" }:
                Log.Leaving(logger, frame.Reason);
                _leaving.TrySetResult(frame.Reason);
                break;
            case { EnvelopeId.Length: > 0 } when _answering.Count < MostAtOnce:
                var answering = AnswerAsync(frame, document);
                _answering.TryAdd(answering, 0);
                _ = answering.ContinueWith(
                    done => _answering.TryRemove(done, out _),
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default
                );
                return;
            default:
                break;
        }

        document.Dispose();
    }

    private void Greet(double announcedLife)
    {
        if (announcedLife > 0)
        {
            _age = time.CreateTimer(
                _ => _leaving.TrySetResult("old"),
                null,
                TimeSpan.FromSeconds(announcedLife) + patience.Overtime,
                Timeout.InfiniteTimeSpan
            );
        }

        _greeted.TrySetResult();
    }

    private async Task AnswerAsync(SocketFrame frame, JsonDocument document)
    {
        await Task.Yield();
        try
        {
            // Not acknowledged, it comes again to whoever is connected now.
            if (!await hold.MayAnswerAsync() || await envelopes.ReceiveAsync(frame) is not { } answer)
            {
                return;
            }

            if (!await SendAsync(SocketFrame.Acknowledgement(frame.EnvelopeId, frame.TakesPayload ? answer : [])) || !frame.TakesPayload)
            {
                await envelopes.MakeUpAsync(frame, answer);
            }
        }
        catch (Exception failure)
        {
            Log.Failed(logger, frame.Type, failure);
        }
        finally
        {
            document.Dispose();
        }
    }

    /// <summary>Not cancelled: cutting off an acknowledgement fails the command. A hanging send ends with the silent connection.</summary>
    private async Task<bool> SendAsync(byte[] bytes)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            return true;
        }
        catch (Exception failure) when (failure is WebSocketException or IOException or InvalidOperationException)
        {
            return false;
        }
        finally
        {
            _sending.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3151, LogLevel.Information, "A Socket Mode connection broke ({Reason})")]
        public static partial void Broken(ILogger logger, string reason);

        [LoggerMessage(3152, LogLevel.Debug, "Slack is ending a Socket Mode connection ({Reason})")]
        public static partial void Leaving(ILogger logger, string reason);

        [LoggerMessage(3153, LogLevel.Error, "An envelope of type {Type} could not be answered")]
        public static partial void Failed(ILogger logger, string type, Exception failure);
    }
}
