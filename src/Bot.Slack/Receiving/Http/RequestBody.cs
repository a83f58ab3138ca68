using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Bot.Slack.Receiving.Http;

/// <summary>
/// A request's raw body in a rented buffer, after free space for what is signed with it. Limits are applied first: a body over the limit,
/// or slower than <see cref="Patience"/>, is refused (faults E4).
/// </summary>
internal readonly struct RequestBody : IDisposable
{
    /// <summary>For the whole body; Slack itself gives up after three seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly byte[]? _rented;
    private readonly int _length;

    private RequestBody(byte[]? rented, int length, int status)
    {
        _rented = rented;
        _length = length;
        Status = status;
    }

    /// <summary>200, or the status that refuses the request.</summary>
    public int Status { get; }

    /// <summary>As received.</summary>
    public ReadOnlySpan<byte> Bytes => _rented.AsSpan(SlackSignature.Head, _length);

    public ReadOnlyMemory<byte> Memory => _rented.AsMemory(SlackSignature.Head, _length);

    /// <summary>The body with the free bytes before it.</summary>
    public Span<byte> Signed => _rented.AsSpan(0, SlackSignature.Head + _length);

    public static ValueTask<RequestBody> ReadAsync(HttpRequest request, int most, TimeProvider time)
    {
        // A body in another encoding is not the one that was signed.
        if (request.Headers.ContentEncoding.Count > 0)
        {
            return new(Refused(StatusCodes.Status415UnsupportedMediaType));
        }

        if (request.ContentLength > most)
        {
            return new(Refused(StatusCodes.Status413PayloadTooLarge));
        }

        // Usually the body arrives together with the headers.
        return request.BodyReader.TryRead(out var read) && read.IsCompleted
            ? new(Take(request.BodyReader, read.Buffer, most))
            : WaitAsync(request, read.Buffer, most, time);
    }

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }

    private static async ValueTask<RequestBody> WaitAsync(HttpRequest request, ReadOnlySequence<byte> begun, int most, TimeProvider time)
    {
        var reader = request.BodyReader;
        if (begun.Length > 0)
        {
            reader.AdvanceTo(begun.Start, begun.End);
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, request.HttpContext.RequestAborted);
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(either.Token);
                if (read.IsCompleted || read.Buffer.Length > most)
                {
                    return Take(reader, read.Buffer, most);
                }

                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (OperationCanceledException)
        {
            return Refused(StatusCodes.Status408RequestTimeout);
        }
        catch (BadHttpRequestException refused)
        {
            return Refused(refused.StatusCode);
        }
        catch (IOException)
        {
            // The sender is gone.
            return Refused(StatusCodes.Status400BadRequest);
        }
    }

    private static RequestBody Take(PipeReader reader, ReadOnlySequence<byte> bytes, int most)
    {
        if (bytes.Length > most)
        {
            reader.AdvanceTo(bytes.End);
            return Refused(StatusCodes.Status413PayloadTooLarge);
        }

        var length = (int)bytes.Length;
        var rented = ArrayPool<byte>.Shared.Rent(SlackSignature.Head + length);
        bytes.CopyTo(rented.AsSpan(SlackSignature.Head));
        reader.AdvanceTo(bytes.End);
        return new RequestBody(rented, length, StatusCodes.Status200OK);
    }

    private static RequestBody Refused(int status) => new(null, 0, status);
}
