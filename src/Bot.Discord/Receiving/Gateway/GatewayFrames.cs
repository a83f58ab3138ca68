using System.Buffers;
using System.Text.Json;

namespace Bot.Discord.Receiving.Gateway;

/// <summary>The messages that the bot sends to the gateway. https://discord.com/developers/docs/events/gateway-events#send-events</summary>
internal static class GatewayFrames
{
    /// <summary>
    /// Servers, channels, roles and threads; interactions need no intent. None of it is privileged.
    /// https://discord.com/developers/docs/events/gateway#gateway-intents
    /// </summary>
    public const int Guilds = 1 << 0;

    /// <param name="sequence">The last dispatch's; null: none yet.</param>
    public static byte[] Heartbeat(long? sequence) =>
        Frame(
            GatewayOpcode.Heartbeat,
            json =>
            {
                if (sequence is { } last)
                {
                    json.WriteNumber("d"u8, last);
                }
                else
                {
                    json.WriteNull("d"u8);
                }
            }
        );

    public static byte[] Identify(string token, ShardId shard) =>
        Frame(
            GatewayOpcode.Identify,
            json =>
            {
                json.WriteStartObject("d"u8);
                json.WriteString("token"u8, token);
                json.WriteNumber("intents"u8, Guilds);
                json.WriteStartArray("shard"u8);
                json.WriteNumberValue(shard.Number);
                json.WriteNumberValue(shard.Count);
                json.WriteEndArray();
                json.WriteStartObject("properties"u8);
                json.WriteString(
                    "os"u8,
                    OperatingSystem.IsWindows() ? "windows"
                        : OperatingSystem.IsMacOS() ? "macos"
                        : "linux"
                );
                json.WriteString("browser"u8, "briefing-bot");
                json.WriteString("device"u8, "briefing-bot");
                json.WriteEndObject();
                json.WriteEndObject();
            }
        );

    public static byte[] Resume(string token, GatewaySession session) =>
        Frame(
            GatewayOpcode.Resume,
            json =>
            {
                json.WriteStartObject("d"u8);
                json.WriteString("token"u8, token);
                json.WriteString("session_id"u8, session.Id);
                json.WriteNumber("seq"u8, session.Sequence);
                json.WriteEndObject();
            }
        );

    private static byte[] Frame(GatewayOpcode opcode, Action<Utf8JsonWriter> writeData)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteNumber("op"u8, (int)opcode);
            writeData(json);
            json.WriteEndObject();
        }

        return body.WrittenSpan.ToArray();
    }
}
