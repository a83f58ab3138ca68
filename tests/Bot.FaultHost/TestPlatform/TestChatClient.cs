using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.FaultHost.TestPlatform;

/// <summary>
/// Sends one request and says how it ended. Nothing here repeats a request, follows a redirect, or reads more than
/// <see cref="MostBytes"/>; the time limit covers everything up to the last byte.
/// </summary>
internal sealed class TestChatClient : IDisposable
{
    private const int MostBytes = 64 * 1024;

    private readonly TestChatSettings _settings;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    public TestChatClient(TestChatSettings settings, TimeProvider time)
    {
        _settings = settings;
        _time = time;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = settings.Timeout / 2,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
            ConnectCallback = settings.Connect,
        };
        if (settings.Root is { } root)
        {
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = Trusting(root) };
        }

        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <param name="path">Below the address, with the first slash.</param>
    /// <param name="body">Serialized as JSON; null: none.</param>
    public async Task<Exchange> SendAsync(
        HttpMethod method,
        string path,
        string token,
        JsonObject? body,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_settings.Timeout);
        using var content = body is null ? null : new WatchedContent(JsonSerializer.SerializeToUtf8Bytes(body));
        using var request = new HttpRequestMessage(method, new Uri(_settings.Address, path)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var json = await BodyAsync(response, limit.Token);
            return new Exchange.Answered(response.StatusCode, json, RetryAfter(response), Header(response, "X-Limit-Scope"));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            return content is { HasLeft: false } ? new Exchange.NotSent(Name(failure)) : new Exchange.Lost(Name(failure));
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task<JsonObject?> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return null;
        }

        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var buffer = new byte[MostBytes];
            var read = await stream.ReadAtLeastAsync(buffer, MostBytes, throwOnEndOfStream: false, cancellationToken);
            return read == MostBytes ? null : JsonNode.Parse(buffer.AsSpan(0, read)) as JsonObject;
        }
        catch (Exception failure) when (failure is JsonException or HttpRequestException or IOException or OperationCanceledException)
        {
            // The status was read; what it means without a body is the caller's to say.
            return null;
        }
    }

    /// <summary>Seconds (whole or not) or a date: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3</summary>
    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (Header(response, "Retry-After") is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 1e8)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            var wait = date - _time.GetUtcNow();
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }

        return null;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static X509ChainPolicy Trusting(X509Certificate2 root)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(root);
        return policy;
    }

    private static string Name(Exception failure) =>
        failure switch
        {
            HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } known => known.HttpRequestError.ToString(),
            OperationCanceledException => "no answer in time",
            _ => failure.GetType().Name,
        };
}
