using System.Net;
using System.Net.Http.Headers;

namespace Bot.Chat.Calls;

/// <summary>
/// A body that records whether it was requested. The client requests it only on an established connection, before writing
/// anything to the network: until then, the request has certainly not been sent.
/// </summary>
public sealed class WatchedContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Action? _leaving;
    private volatile bool _hasLeft;

    /// <param name="mediaType">As in the header: <c>application/json; charset=utf-8</c>.</param>
    /// <param name="leaving">Called right before the first byte is written; may be null. Must be quick.</param>
    public WatchedContent(ReadOnlyMemory<byte> bytes, string mediaType, Action? leaving = null)
    {
        _bytes = bytes;
        _leaving = leaving;
        Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
    }

    public bool HasLeft => _hasLeft;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _hasLeft = true;
        _leaving?.Invoke();
        await stream.WriteAsync(_bytes, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
