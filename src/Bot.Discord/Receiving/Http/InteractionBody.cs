using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Discord.Receiving.Http;

/// <summary>
/// A request's body in one rented buffer, after its timestamp, as the signature covers it. Limited in size and time before any of it is
/// examined (faults E4).
/// </summary>
/// <param name="Status">0 if it is complete; otherwise the status that says what was wrong with it.</param>
internal readonly record struct InteractionBody(int Status, byte[] Rented, int Start, int Length) : IDisposable
{
    /// <summary>An interaction with a full message takes about 40 KiB.</summary>
    public const int MostBytes = 128 * 1024;

    /// <summary>By then Discord has given up the interaction.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    public ReadOnlySpan<byte> Signed => Rented.AsSpan(0, Start + Length);

    public ReadOnlySpan<byte> Json => Rented.AsSpan(Start, Length);

    public static async ValueTask<InteractionBody> ReadAsync(HttpContext context, string timestamp, TimeProvider time)
    {
        var request = context.Request;
        if (request.ContentLength > MostBytes)
        {
            return Wrong(StatusCodes.Status413PayloadTooLarge);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostBytes;
        }

        // One byte over the limit shows that there is more.
        var most = (int)(request.ContentLength ?? MostBytes) + 1;
        var rented = ArrayPool<byte>.Shared.Rent(timestamp.Length + most);
        var start = Encoding.ASCII.GetBytes(timestamp, rented);
        using var limit = new CancellationTokenSource(Longest, time);
        try
        {
            var length = 0;
            while (length < most)
            {
                var read = await request.Body.ReadAsync(rented.AsMemory(start + length, most - length), limit.Token);
                if (read == 0)
                {
                    return new InteractionBody(0, rented, start, length);
                }

                length += read;
            }

            ArrayPool<byte>.Shared.Return(rented);
            return Wrong(StatusCodes.Status413PayloadTooLarge);
        }
        catch (Exception failure) when (failure is BadHttpRequestException or OperationCanceledException or IOException)
        {
            ArrayPool<byte>.Shared.Return(rented);
            return Wrong(failure is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status408RequestTimeout);
        }
    }

    public void Dispose()
    {
        if (Rented.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(Rented);
        }
    }

    private static InteractionBody Wrong(int status) => new(status, [], 0, 0);
}
