using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;

namespace Bot.Intake.Feeds;

/// <summary>Requests an address's document, with every limit that an address on the internet needs. Throws only when cancelled.</summary>
/// <param name="maxBytes">Largest document, after decompression.</param>
public sealed class FeedClient(int maxBytes, TimeProvider time) : IDisposable
{
    public const int MaxRedirects = 3;

    /// <summary>For everything: name resolution, connecting, redirects and the last byte.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private readonly HttpClient _careful = Client(allowPrivate: false);
    private readonly HttpClient _trusting = Client(allowPrivate: true);

    /// <param name="known">The version received last; only a different one is sent.</param>
    public async Task<FeedAnswer> GetAsync(Uri address, bool allowPrivate, FeedVersion known, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await FollowAsync(allowPrivate ? _trusting : _careful, address, known, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FeedAnswer.Failed(FeedTrouble.TimedOut, string.Create(CultureInfo.InvariantCulture, $"{Limit.TotalSeconds} s"));
        }
        catch (HttpRequestException exception) when (exception.InnerException is PrivateAddressException inner)
        {
            return new FeedAnswer.Failed(FeedTrouble.PrivateAddress, inner.Message);
        }
        catch (HttpRequestException exception) when (exception.InnerException is AuthenticationException inner)
        {
            // The outer one only says that there is an inner one.
            return new FeedAnswer.Failed(FeedTrouble.BadCertificate, inner.Message);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            return new FeedAnswer.Failed(FeedTrouble.Unreachable, exception.Message);
        }
    }

    public void Dispose()
    {
        _careful.Dispose();
        _trusting.Dispose();
    }

    private async Task<FeedAnswer> FollowAsync(HttpClient client, Uri address, FeedVersion known, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            using var request = Request(address, known);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
            {
                return await ReadAsync(response, cancellationToken);
            }

            var next = response.Headers.Location is { } location ? new Uri(address, location) : null;
            if (next is null || next.Scheme is not ("http" or "https") || (address.Scheme == "https" && next.Scheme == "http"))
            {
                return new FeedAnswer.Failed(FeedTrouble.BadRedirect, next?.Scheme ?? "");
            }

            address = next;
        }

        return new FeedAnswer.Failed(FeedTrouble.TooManyRedirects, MaxRedirects.ToString(CultureInfo.InvariantCulture));
    }

    private async Task<FeedAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return new FeedAnswer.Unchanged();
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            return new FeedAnswer.Failed(FeedTrouble.BadStatus, ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
        }

        if (ForeignFormat.OfType(response.Content.Headers.ContentType?.MediaType) is { } type)
        {
            return new FeedAnswer.Failed(FeedTrouble.NotMarkdown, type.English);
        }

        if (response.Content.Headers.ContentLength > maxBytes)
        {
            return TooLarge();
        }

        var version = new FeedVersion(response.Headers.ETag?.ToString(), response.Content.Headers.LastModified);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        if (await LimitedBytes.ReadAsync(body, maxBytes, cancellationToken) is not { } bytes)
        {
            return TooLarge();
        }

        return ForeignFormat.OfContent(bytes) is { } format
            ? new FeedAnswer.Failed(FeedTrouble.NotMarkdown, format.English)
            : new FeedAnswer.Document(bytes, version);
    }

    private FeedAnswer.Failed TooLarge() => new(FeedTrouble.TooLarge, string.Create(CultureInfo.InvariantCulture, $"> {maxBytes} bytes"));

    private static HttpRequestMessage Request(Uri address, FeedVersion known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd(
            "text/markdown, application/markdown, text/plain;q=0.9, text/*;q=0.5, application/octet-stream;q=0.3"
        );
        request.Headers.UserAgent.ParseAdd("briefing-bot");
        if (known.ETag is { } etag && EntityTagHeaderValue.TryParse(etag, out var tag))
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        request.Headers.IfModifiedSince = known.LastModified;
        return request;
    }

    private static HttpClient Client(bool allowPrivate) =>
        new(FeedConnections.Handler(allowPrivate)) { Timeout = Timeout.InfiniteTimeSpan };
}
