using System.Net;
using System.Net.Http.Headers;

namespace Bot.FaultHost.TestPlatform;

/// <summary>
/// A JSON body that knows whether it was asked for. The client asks for it only on a connection that stands, before
/// anything is written to the network: as long as it was not asked for, the request certainly did not leave.
/// </summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly byte[] _bytes;
    private volatile bool _hasLeft;

    public WatchedContent(byte[] bytes)
    {
        _bytes = bytes;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool HasLeft => _hasLeft;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _hasLeft = true;
        await stream.WriteAsync(_bytes, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
