using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Outbound;

/// <summary>Sends signed requests to the bot, with Slack's timeout.</summary>
public sealed class BotCaller(SlackWorld world) : IDisposable
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Slack waits three seconds (https://docs.slack.dev/interactivity/handling-user-interaction).</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(3);

    public Task<SentRequest> FormAsync(
        Uri address,
        IEnumerable<KeyValuePair<string, string>> fields,
        SignatureKind? signature,
        CancellationToken cancellationToken
    )
    {
        var pairs = fields.Select(field => $"{Encode(field.Key)}={Encode(field.Value)}");
        return SendAsync(
            address,
            Encoding.UTF8.GetBytes(string.Join('&', pairs)),
            "application/x-www-form-urlencoded",
            signature,
            NoHeaders,
            cancellationToken
        );
    }

    /// <param name="signature">Null for none, as with <c>ssl_check</c>.</param>
    public async Task<SentRequest> SendAsync(
        Uri address,
        byte[] body,
        string contentType,
        SignatureKind? signature,
        IReadOnlyDictionary<string, string> headers,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        request.Headers.UserAgent.ParseAdd("Slackbot/1.0");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (signature is { } kind)
        {
            var (timestamp, signed) = SlackSignature.Headers(kind, world.App.SigningSecret, world.Time.GetUtcNow(), body);
            Add(request, SlackSignature.TimestampHeader, timestamp);
            Add(request, SlackSignature.SignatureHeader, signed);
        }

        var started = Stopwatch.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Deadline);
        try
        {
            using var response = await _http.SendAsync(request, limit.Token);
            var text = await response.Content.ReadAsStringAsync(limit.Token);
            return new SentRequest(
                (int)response.StatusCode,
                Verdict((int)response.StatusCode),
                text,
                response.Content.Headers.ContentType?.MediaType,
                Since(started)
            )
            {
                Headers = response.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(',', header.Value)),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SentRequest(0, "operation_timeout", "", null, Since(started));
        }
        catch (HttpRequestException)
        {
            return new SentRequest(0, "dispatch_failed", "", null, Since(started));
        }
    }

    public void Dispose() => _http.Dispose();

    private static string Verdict(int status) =>
        status switch
        {
            >= 200 and < 300 => "ok",
            >= 400 and < 500 => "http_client_error",
            _ => "http_service_error",
        };

    private static double Since(long started) => Stopwatch.GetElapsedTime(started).TotalMilliseconds;

    private static string Encode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
