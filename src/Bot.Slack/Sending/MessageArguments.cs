using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Chat.Platforms;

namespace Bot.Slack.Sending;

/// <summary>Arguments of chat.postMessage and chat.update: a frozen payload with its destination and key.</summary>
internal static class MessageArguments
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null if the text is not one of our payloads.</summary>
    public static JsonElement? Parse(string payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("text", out _)
                ? document.RootElement.Clone()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>For chat.postMessage.</summary>
    public static ReadOnlyMemory<byte> ToPost(SendRequest request, JsonElement payload) =>
        Write(json =>
        {
            json.WriteString("channel", request.Channel.Channel);
            if (request.ThreadId is not null)
            {
                json.WriteString("thread_ts", request.ThreadId);
                if (request.IsAnnouncement)
                {
                    // The channel shows the reply as well: https://docs.slack.dev/reference/methods/chat.postMessage
                    json.WriteBoolean("reply_broadcast", true);
                }
            }

            foreach (var property in payload.EnumerateObject())
            {
                property.WriteTo(json);
            }

            PostKeyMetadata.Write(json, request.Key);
        });

    /// <summary>
    /// For chat.update: it has no preview arguments, keeps the metadata, and by default would parse the text for names. If there are no
    /// blocks, it is told to remove the old ones.
    /// </summary>
    public static ReadOnlyMemory<byte> ToUpdate(string channel, string ts, JsonElement payload) =>
        Write(json =>
        {
            json.WriteString("channel", channel);
            json.WriteString("ts", ts);
            json.WritePropertyName("text");
            payload.GetProperty("text").WriteTo(json);
            json.WritePropertyName("blocks");
            if (payload.TryGetProperty("blocks", out var blocks))
            {
                blocks.WriteTo(json);
            }
            else
            {
                json.WriteStartArray();
                json.WriteEndArray();
            }

            json.WriteString("parse", "none");
        });

    public static ReadOnlyMemory<byte> ToDelete(string channel, string ts) =>
        Write(json =>
        {
            json.WriteString("channel", channel);
            json.WriteString("ts", ts);
        });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, Json);
        json.WriteStartObject();
        content(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
