using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Chat.Commands;
using Bot.Discord.Rendering;

namespace Bot.Discord.Receiving;

/// <summary>
/// The bodies of answers to an interaction.
/// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object
/// </summary>
internal static class Callbacks
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly byte[] Pong = [.. """{"type":1}"""u8];

    /// <summary>"Thinking", shown only to the invoker; this already decides whether the answer is private.</summary>
    public static readonly byte[] DeferredPrivate = [.. """{"type":5,"data":{"flags":64}}"""u8];

    public static readonly byte[] DeferredPublic = [.. """{"type":5}"""u8];

    private static ReadOnlySpan<byte> MessageOpening => """{"type":4,"data":"""u8;

    /// <summary>A message; only the invoker sees a private one.</summary>
    public static byte[] Message(DiscordMessage message, bool isPrivate)
    {
        var body = new ArrayBufferWriter<byte>(4096);
        body.Write(MessageOpening);
        using (var json = new Utf8JsonWriter(body, Readable))
        {
            message.Write(json, isPrivate ? MessageFlags.Ephemeral : MessageFlags.None);
        }

        body.Write("}"u8);
        return body.WrittenSpan.ToArray();
    }

    /// <summary>Only the message, as the routes behind an interaction's token take it.</summary>
    public static ReadOnlyMemory<byte> DataOf(byte[] message) => message.AsMemory(MessageOpening.Length..^1);

    /// <summary>At most 25, checked by the caller.</summary>
    public static byte[] Choices(IEnumerable<ArgumentSuggestion> suggestions)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("type"u8, 8);
            json.WriteStartObject("data"u8);
            json.WriteStartArray("choices"u8);
            foreach (var suggestion in suggestions)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, suggestion.Label);
                json.WriteString("value"u8, suggestion.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return body.WrittenSpan.ToArray();
    }
}
