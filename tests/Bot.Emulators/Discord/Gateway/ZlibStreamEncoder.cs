using System.IO.Compression;

namespace Bot.Emulators.Discord.Gateway;

/// <summary>Transport compression: one deflate context per connection; each message ends with a sync flush.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#zlib-stream</remarks>
public sealed class ZlibStreamEncoder : IDisposable
{
    private readonly MemoryStream output = new();
    private readonly ZLibStream deflate;

    public ZlibStreamEncoder()
    {
        deflate = new ZLibStream(output, CompressionLevel.Fastest, leaveOpen: true);
    }

    /// <summary>The bytes of one message; they end with 00 00 FF FF.</summary>
    public byte[] Encode(byte[] message)
    {
        output.SetLength(0);
        deflate.Write(message);
        deflate.Flush();
        return output.ToArray();
    }

    public void Dispose()
    {
        deflate.Dispose();
        output.Dispose();
    }
}
