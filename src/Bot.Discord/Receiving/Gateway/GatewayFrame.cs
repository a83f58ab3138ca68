using System.Text.Json;

namespace Bot.Discord.Receiving.Gateway;

/// <summary>https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-opcodes</summary>
internal enum GatewayOpcode
{
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    Resume = 6,
    Reconnect = 7,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAck = 11,
}

/// <summary>One gateway message. https://discord.com/developers/docs/events/gateway-events#payload-structure</summary>
/// <param name="Sequence">Null except for dispatches.</param>
/// <param name="Event">Name of a dispatch; otherwise empty.</param>
/// <param name="Data">The bytes of <c>d</c>: JSON of any kind, empty if missing.</param>
internal readonly record struct GatewayFrame(GatewayOpcode Opcode, long? Sequence, string Event, ReadOnlyMemory<byte> Data)
{
    /// <summary>Null if it is not such a message.</summary>
    public static GatewayFrame? TryRead(ReadOnlyMemory<byte> json)
    {
        try
        {
            return Read(json);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static GatewayFrame? Read(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        var (opcode, sequence, name) = (-1, (long?)null, "");
        ReadOnlyMemory<byte> data = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isOp, isSequence, isEvent, isData) = (
                reader.ValueTextEquals("op"u8),
                reader.ValueTextEquals("s"u8),
                reader.ValueTextEquals("t"u8),
                reader.ValueTextEquals("d"u8)
            );
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            if (isOp && reader.TokenType == JsonTokenType.Number)
            {
                opcode = reader.TryGetInt32(out var number) ? number : -1;
            }
            else if (isSequence && reader.TokenType == JsonTokenType.Number)
            {
                sequence = reader.TryGetInt64(out var number) ? number : null;
            }
            else if (isEvent && reader.TokenType == JsonTokenType.String)
            {
                name = reader.GetString() ?? "";
            }

            reader.Skip();
            data = isData ? json[start..(int)reader.BytesConsumed] : data;
        }

        return opcode < 0 ? null : new GatewayFrame((GatewayOpcode)opcode, sequence, name, data);
    }
}
