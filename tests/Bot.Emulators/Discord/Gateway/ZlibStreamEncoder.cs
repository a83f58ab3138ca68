using System.IO.Compression;

namespace Bot.Emulators.Discord.Gateway;

/// <summary>Transport compression: one deflate context per connection; each message ends with a sync flush.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#zlib-stream</remarks>
public sealed class ZlibStreamEncoder : IDisposable
{
    private readonly MemoryStream _output = new();
    private readonly ZLibStream _deflate;

    public ZlibStreamEncoder()
    {
        _deflate = new ZLibStream(_output, CompressionLevel.Fastest, leaveOpen: true);
    }

    /// <summary>The bytes of one message; they end with 00 00 FF FF.</summary>
    public byte[] Encode(byte[] message)
    {
        _output.SetLength(0);
        _deflate.Write(message);
        _deflate.Flush();
        return _output.ToArray();
    }

    public void Dispose()
    {
        _deflate.Dispose();
        _output.Dispose();
    }
}
