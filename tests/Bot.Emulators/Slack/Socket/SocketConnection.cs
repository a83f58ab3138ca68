using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Socket;

/// <summary>One WebSocket of an app: frames are sent one at a time, and acknowledgements arrive in any order.</summary>
internal sealed class SocketConnection(string id, WebSocket socket) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject?>> _waiting = [];

    public string Id { get; } = id;

    /// <summary>A disconnect frame was sent: it gets nothing new while there is another connection.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>Receives what the app sends until it disconnects.</summary>
    /// <param name="heard">Called for each acknowledgement; returns false to lose it.</param>
    public async Task ReceiveAsync(Func<string, bool> heard, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        using var frame = new MemoryStream();
        while (socket.State == WebSocketState.Open)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            frame.Write(buffer, 0, received.Count);
            if (!received.EndOfMessage)
            {
                continue;
            }

            Take(Encoding.UTF8.GetString(frame.GetBuffer(), 0, (int)frame.Length), heard);
            frame.SetLength(0);
        }
    }

    public async Task SendAsync(JsonObject json, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(
                Encoding.UTF8.GetBytes(json.ToJsonString()),
                WebSocketMessageType.Text,
                endOfMessage: true,
                cancellationToken
            );
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Sends an envelope and waits for its acknowledgement.</summary>
    /// <exception cref="OperationCanceledException">It did not arrive in time or was lost, or the connection closed.</exception>
    public async Task<JsonObject?> AskAsync(string envelope, JsonObject json, CancellationToken cancellationToken)
    {
        var answer = _waiting[envelope] = new TaskCompletionSource<JsonObject?>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await SendAsync(json, cancellationToken);
            return await answer.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            _waiting.TryRemove(envelope, out _);
        }
    }

    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        }
    }

    /// <summary>Drops the connection without a close frame.</summary>
    public void Abort() => socket.Abort();

    /// <summary>Cancels those still waiting for an acknowledgement.</summary>
    public void Dispose()
    {
        foreach (var answer in _waiting.Values)
        {
            answer.TrySetCanceled();
        }
    }

    private void Take(string text, Func<string, bool> heard)
    {
        try
        {
            if (
                JsonNode.Parse(text) is JsonObject json
                && (string?)json["envelope_id"] is { } envelope
                && _waiting.TryGetValue(envelope, out var answer)
            )
            {
                if (heard(envelope))
                {
                    answer.TrySetResult(json["payload"]?.DeepClone() as JsonObject);
                }
                else
                {
                    // What is lost will not come, so nobody need sit out the deadline.
                    answer.TrySetCanceled();
                }
            }
        }
        catch (JsonException)
        {
            // Slack ignores malformed frames too.
        }
    }
}
