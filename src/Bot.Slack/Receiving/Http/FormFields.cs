using System.Buffers;
using System.Text;

namespace Bot.Slack.Receiving.Http;

/// <summary>
/// Reads <c>application/x-www-form-urlencoded</c> from its bytes, one field at a time. Terminates and never throws, whatever the bytes.
/// </summary>
internal ref struct FormFields(ReadOnlySpan<byte> body)
{
    private const int OnTheStack = 512;

    private static readonly SearchValues<byte> Escapes = SearchValues.Create("%+"u8);

    private ReadOnlySpan<byte> _rest = body;

    /// <summary>Name of the current field, as received.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Value of the current field, still encoded.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>False at the end.</summary>
    public bool Read()
    {
        while (!_rest.IsEmpty)
        {
            var end = _rest.IndexOf((byte)'&');
            var field = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? default : _rest[(end + 1)..];
            if (field.IsEmpty)
            {
                continue;
            }

            var equals = field.IndexOf((byte)'=');
            Name = equals < 0 ? field : field[..equals];
            Value = equals < 0 ? default : field[(equals + 1)..];
            return true;
        }

        return false;
    }

    /// <summary>The value of the first field with this name; empty if there is none.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name)
    {
        var fields = new FormFields(body);
        while (fields.Read())
        {
            if (fields.Name.SequenceEqual(name))
            {
                return fields.Value;
            }
        }

        return default;
    }

    /// <summary>A value as text. Invalid escapes stay as they are; invalid UTF-8 becomes U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> value)
    {
        if (value.IndexOfAny(Escapes) < 0)
        {
            return Encoding.UTF8.GetString(value);
        }

        byte[]? rented = null;
        var bytes = value.Length <= OnTheStack ? stackalloc byte[OnTheStack] : rented = ArrayPool<byte>.Shared.Rent(value.Length);
        var text = Encoding.UTF8.GetString(bytes[..Decode(value, bytes)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return text;
    }

    /// <summary>A value as bytes. Returns how many; never more than the value has.</summary>
    public static int Decode(ReadOnlySpan<byte> value, Span<byte> into)
    {
        var length = 0;
        for (var at = 0; at < value.Length; at++)
        {
            var read = value[at];
            if (
                read == '%'
                && at + 2 < value.Length
                && Digit(value[at + 1]) is >= 0 and var high
                && Digit(value[at + 2]) is >= 0 and var low
            )
            {
                read = (byte)((high << 4) | low);
                at += 2;
            }
            else if (read == '+')
            {
                read = (byte)' ';
            }

            into[length++] = read;
        }

        return length;
    }

    private static int Digit(byte hex) =>
        hex switch
        {
            >= (byte)'0' and <= (byte)'9' => hex - '0',
            >= (byte)'a' and <= (byte)'f' => hex - 'a' + 10,
            >= (byte)'A' and <= (byte)'F' => hex - 'A' + 10,
            _ => -1,
        };
}
