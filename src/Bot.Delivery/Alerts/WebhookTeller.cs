using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Archive.Entities;
using Bot.Chat.Calls;

namespace Bot.Delivery.Alerts;

/// <summary>
/// Posts an alert to the operator's address as JSON. <c>text</c> is for people; a Slack incoming webhook shows it. <c>id</c> is the same
/// when the alert is repeated because no answer came. With a key the request is signed as Standard Webhooks has it.
/// </summary>
public sealed partial class WebhookTeller(OperatorOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly Lazy<PlatformConnection> _connection = new(() => new PlatformConnection(options.WebhookOrNull!, time));

    public async Task<Telling> TellAsync(StoredAlert alert, AlertText text, CancellationToken cancellationToken)
    {
        if (options.WebhookOrNull is not { } address)
        {
            return Telling.NotWanted;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(
            new Told(
                text.ToPlainText(),
                $"{alert.Id}-{alert.RaisedAt.UtcTicks}",
                alert.Reason,
                alert.Subject,
                alert.Detail,
                alert.Posts,
                alert.RaisedAt,
                text.Runbook
            ),
            ToldJson.Default.Told
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new WatchedContent(body, "application/json; charset=utf-8"),
        };
        WebhookSignature.Sign(request.Headers, options.WebhookSecrets, $"{alert.Id}-{alert.RaisedAt.UtcTicks}", time.GetUtcNow(), body);
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        return await _connection.Value.SendAsync(request, either.Token) switch
        {
            Exchange.Answered { Is2xx: true } => Telling.Told,
            Exchange.Answered
            {
                Status: not (System.Net.HttpStatusCode.TooManyRequests or System.Net.HttpStatusCode.RequestTimeout)
                    and < System.Net.HttpStatusCode.InternalServerError
            } => Telling.GivenUp,
            _ => Telling.Waiting,
        };
    }

    public void Dispose()
    {
        if (_connection.IsValueCreated)
        {
            _connection.Value.Dispose();
        }
    }

    internal sealed record Told(
        string Text,
        string Id,
        string Reason,
        string Subject,
        string? Detail,
        int? Posts,
        DateTimeOffset RaisedAt,
        Uri? Runbook
    );

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
    )]
    [JsonSerializable(typeof(Told))]
    private sealed partial class ToldJson : JsonSerializerContext;
}
