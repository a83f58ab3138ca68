using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Calls;
using Bot.Slack.Rendering;
using Bot.Slack.Setup;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Receiving.Replying;

/// <summary>
/// Posts to the address that came with a command or a press: at most five messages within 30 minutes
/// (https://docs.slack.dev/interactivity/handling-user-interaction). What Slack refuses for its blocks goes out once more as plain words. A
/// dead address affects only the person who asked: it is logged and dropped (faults E7).
/// </summary>
public sealed partial class ResponseUrls : IDisposable
{
    /// <summary>How many messages one address accepts.</summary>
    public const int Most = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // One more attempt, and only if the message certainly did not arrive.
    private const int Tries = 2;

    private readonly Uri _api;
    private readonly PlatformConnection _connection;
    private readonly TimeProvider _time;
    private readonly ILogger<ResponseUrls> _logger;

    public ResponseUrls(SlackOptions options, TimeProvider time, ILogger<ResponseUrls> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_api, _time, _logger) = (options.ApiBaseUrl, time, logger);
        _connection = new PlatformConnection(_api, time);
    }

    /// <summary>Posts messages in order, as many as an address accepts. Returns false at the first failure.</summary>
    /// <param name="bodies">JSON objects.</param>
    public async Task<bool> PostAsync(string address, IEnumerable<byte[]> bodies, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsSlacks(uri))
        {
            Log.Elsewhere(_logger);
            return false;
        }

        foreach (var body in bodies.Take(Most))
        {
            if (!await PostAsync(uri, body, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>Posts only to Slack's own addresses, whatever a payload says.</summary>
    private bool IsSlacks(Uri uri) =>
        string.Equals(uri.Authority, _api.Authority, StringComparison.OrdinalIgnoreCase)
            ? uri.Scheme == _api.Scheme
            : uri.Scheme == Uri.UriSchemeHttps
                && uri.IsDefaultPort
                && (
                    uri.Host.EndsWith(".slack.com", StringComparison.OrdinalIgnoreCase)
                    || uri.Host.EndsWith(".slack-gov.com", StringComparison.OrdinalIgnoreCase)
                );

    private async Task<bool> PostAsync(Uri uri, byte[] body, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            using var patience = new CancellationTokenSource(Patience, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            using var request = new HttpRequestMessage(HttpMethod.Post, uri)
            {
                Content = new WatchedContent(body, "application/json; charset=utf-8"),
            };
            var exchange = await _connection.SendAsync(request, either.Token);
            switch (exchange)
            {
                case Exchange.Answered { Is2xx: true }:
                    return true;
                case Exchange.NotSent when tried < Tries && !cancellationToken.IsCancellationRequested:
                    break;
                case Exchange.Answered { Status: HttpStatusCode.TooManyRequests, RetryAfter: { } wait }
                    when tried < Tries && wait <= Patience:
                    await Task.Delay(wait, _time, cancellationToken);
                    break;
                case Exchange.Answered { Status: HttpStatusCode.BadRequest } when Plainer(body) is { } plainer:
                    Log.Plainer(_logger);
                    body = plainer;
                    break;
                default:
                    Log.Dropped(_logger, exchange is Exchange.Answered answered ? $"status {(int)answered.Status}" : "no answer");
                    return false;
            }
        }
    }

    /// <summary>Null if the message has no blocks.</summary>
    private static byte[]? Plainer(byte[] body)
    {
        if (
            JsonNode.Parse(body) is not JsonObject refused
            || PlainerForm.Of(JsonSerializer.SerializeToElement(refused), forUpdate: false) is not { } plainer
        )
        {
            return null;
        }

        // Who sees it, and that it is a new message, stay.
        refused.Remove("blocks");
        refused["text"] = plainer.GetProperty("text").GetString();
        return Encoding.UTF8.GetBytes(refused.ToJsonString());
    }

    private static partial class Log
    {
        [LoggerMessage(3103, LogLevel.Warning, "Slack refused the blocks of an answer; it is sent as plain words")]
        public static partial void Plainer(ILogger logger);

        [LoggerMessage(
            3101,
            LogLevel.Warning,
            "An answer for Slack was dropped: its response address is used up or has expired ({Reason})"
        )]
        public static partial void Dropped(ILogger logger, string reason);

        [LoggerMessage(3102, LogLevel.Warning, "An answer for Slack was dropped: its response address does not belong to Slack")]
        public static partial void Elsewhere(ILogger logger);
    }
}
