using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Bot.Chat.Platforms;

namespace Bot.Chat.Calls;

/// <summary>
/// Sends one request to a platform and reports how it ended. Never repeats a request, follows a redirect (which would
/// leak the token), keeps cookies, or reads more than <see cref="MostBytes"/>. The caller limits the total time through
/// its cancellation token, which covers everything up to the last byte.
/// </summary>
public sealed class PlatformConnection : IDisposable
{
    /// <summary>Maximum size of a response; a page of messages is a few hundred KiB.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    private const string Json = "application/json";

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly PlatformClock? _clock;

    /// <param name="address">Base address of the platform's API. Loopback addresses bypass the proxy.</param>
    /// <param name="clock">Learns from every response; null if the platform's time is not needed.</param>
    /// <param name="configure">Lets a test change the handler; null for no change.</param>
    public PlatformConnection(Uri address, TimeProvider time, PlatformClock? clock = null, Action<SocketsHttpHandler>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        _time = time;
        _clock = clock;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !address.IsLoopback,
            ConnectTimeout = ConnectTimeout,
            // Bounded, so that DNS changes are noticed.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseHeadersLength = 32,
        };
        configure?.Invoke(handler);
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>
    /// Never throws for network or platform failures. A failed request without a <see cref="WatchedContent"/> is
    /// <see cref="Exchange.Lost"/>.
    /// </summary>
    /// <param name="request">Used once; disposed by the caller.</param>
    public async Task<Exchange> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = _time.GetTimestamp();
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            Learn(response, asked);
            return new Exchange.Answered(
                response.StatusCode,
                await JsonAsync(response, cancellationToken),
                RetryAfter(response),
                response.Headers
            );
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            return request.Content is WatchedContent { HasLeft: false }
                ? new Exchange.NotSent(Name(failure))
                : new Exchange.Lost(Name(failure));
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Non-JSON pages come from something in between, which may have a different clock.</summary>
    private void Learn(HttpResponseMessage response, long asked)
    {
        if (response.Headers.Date is { } date && response.Content.Headers.ContentType?.MediaType == Json)
        {
            _clock?.Learn(date, asked);
        }
    }

    /// <summary>
    /// Null if the body is not JSON, incomplete or too long. The status has been read; the caller decides what it means
    /// without a body.
    /// </summary>
    private static async Task<JsonElement?> JsonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != Json || response.Content.Headers.ContentLength > MostBytes)
        {
            return null;
        }

        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var body = new ArrayBufferWriter<byte>();
            while (await stream.ReadAsync(body.GetMemory(4096), cancellationToken) is > 0 and var read)
            {
                body.Advance(read);
                if (body.WrittenCount > MostBytes)
                {
                    return null;
                }
            }

            using var document = JsonDocument.Parse(body.WrittenMemory);
            return document.RootElement.Clone();
        }
        catch (Exception failure) when (failure is JsonException or HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Seconds (whole or fractional) or a date: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3</summary>
    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues("Retry-After", out var values) || values.ToString() is not { } text)
        {
            return null;
        }

        if (
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds)
        )
        {
            // Three years is as good as forever; more would overflow.
            return TimeSpan.FromSeconds(Math.Min(seconds, 1e8));
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            // The date is by the platform's clock.
            var wait = date - (response.Headers.Date ?? _time.GetUtcNow());
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }

        return null;
    }

    private static string Name(Exception failure) =>
        failure switch
        {
            HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } known => known.HttpRequestError.ToString(),
            OperationCanceledException => "no answer in time",
            _ => failure.GetType().Name,
        };
}
