using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Emulators.Log;

namespace Bot.Emulators.TestChat;

/// <summary>Channels, threads and messages. Every change is atomic with its log entry, so the log is in the order of events.</summary>
public sealed class ChatRooms(ServerLog log, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ChatMessage> _messages = [];
    private readonly Dictionary<string, string> _closed = [];
    private long _ids = 1000;

    /// <summary>Look-ups miss messages newer than this, because reads lag behind writes.</summary>
    public TimeSpan ReadDelay { get; set; }

    /// <summary>All existing messages, in the order they were posted.</summary>
    public IReadOnlyList<ChatMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages.Values.OrderBy(message => long.Parse(message.Id[1..], CultureInfo.InvariantCulture))];
            }
        }
    }

    /// <summary>Makes a channel (or a workspace) refuse everything with a reason; null reopens it.</summary>
    public void Close(string channel, string? reason)
    {
        lock (_gate)
        {
            _closed.Remove(channel);
            if (reason is not null)
            {
                _closed[channel] = reason;
            }
        }
    }

    /// <summary>Why a call is refused without a script, or null.</summary>
    public string? Refusal(string operation, string channel, string? thread)
    {
        lock (_gate)
        {
            if (_closed.TryGetValue(channel, out var reason) || _closed.TryGetValue(channel.Split('/')[0], out reason))
            {
                return reason;
            }

            return operation == "send" && thread is not null && !_messages.ContainsKey(thread) ? Refusals.ThreadGone : null;
        }
    }

    public ChatMessage Accept(ChatCall call, PostBody body)
    {
        lock (_gate)
        {
            var id = "m" + (++_ids).ToString(CultureInfo.InvariantCulture);
            var message = new ChatMessage(id, call.Channel, body.Thread ?? id, body.Key, body.Text, time.GetUtcNow());
            _messages[id] = message;
            Note(LogKind.Accepted, call, message);
            return message;
        }
    }

    public ChatMessage? Edit(ChatCall call, string id, string text)
    {
        lock (_gate)
        {
            if (!_messages.TryGetValue(id, out var message))
            {
                return null;
            }

            message = _messages[id] = message with { Text = text };
            Note(LogKind.Edited, call, message);
            return message;
        }
    }

    /// <summary>False if there was nothing to delete.</summary>
    public bool Delete(ChatCall call, string id)
    {
        lock (_gate)
        {
            if (!_messages.Remove(id, out var message))
            {
                return false;
            }

            Note(LogKind.Deleted, call, message);
            return true;
        }
    }

    /// <summary>The oldest message with the key in the channel.</summary>
    public ChatMessage? Find(ChatCall call, string key)
    {
        lock (_gate)
        {
            var horizon = time.GetUtcNow() - ReadDelay;
            var found = _messages.Values.FirstOrDefault(message =>
                message.Key == key && message.Channel == call.Channel && message.PostedAt <= horizon
            );
            log.Append(sequence =>
                call.Entry(sequence, found is null ? LogKind.Absent : LogKind.Found, time.GetUtcNow()) with
                {
                    Key = key,
                    MessageId = found?.Id,
                }
            );
            return found;
        }
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private void Note(LogKind kind, ChatCall call, ChatMessage message) =>
        log.Append(sequence =>
            call.Entry(sequence, kind, time.GetUtcNow()) with
            {
                Thread = message.IsRoot ? null : message.Thread,
                Key = message.Key,
                MessageId = message.Id,
                TextHash = Hash(message.Text),
            }
        );
}
