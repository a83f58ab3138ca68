using System.Globalization;
using System.Net.Http.Headers;

namespace Bot.Emulators.Discord.Interactions;

/// <summary>Posts to the application's interactions endpoint.</summary>
public sealed class EndpointPoster(InteractionSigner signer, DiscordRules rules, TimeProvider time) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly InteractionSigner _stranger = new("somebody else");

    /// <param name="age">Age of the timestamp.</param>
    public async Task<EndpointAnswer> PostAsync(
        string url,
        byte[] body,
        BadSignature bad = BadSignature.None,
        TimeSpan age = default,
        CancellationToken cancellationToken = default
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        var timestamp = (time.GetUtcNow() - age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Sign(request, timestamp, body, bad);
        var sent = bad == BadSignature.TamperedBody ? [.. body[..^1], (byte)(body[^1] ^ 1)] : body;
        request.Content = new ByteArrayContent(sent) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        request.Headers.UserAgent.ParseAdd("Discord-Interactions/1.0 (+https://discord.com)");
        using var deadline = new CancellationTokenSource(rules.InteractionDeadline, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, limit.Token);
            return new EndpointAnswer(
                (int)response.StatusCode,
                response.Content.Headers.ContentType?.ToString(),
                await response.Content.ReadAsStringAsync(limit.Token)
            );
        }
        catch (Exception exception)
            when (exception is HttpRequestException || exception is OperationCanceledException && deadline.IsCancellationRequested)
        {
            return EndpointAnswer.None;
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _stranger.Dispose();
    }

    private void Sign(HttpRequestMessage request, string timestamp, byte[] body, BadSignature bad)
    {
        var signature = (bad == BadSignature.OtherKey ? _stranger : signer).Sign(timestamp, body);
        var shown = bad switch
        {
            BadSignature.Missing => null,
            BadSignature.NotHex => "zz" + signature[2..],
            BadSignature.TooShort => signature[2..],
            _ => signature,
        };
        if (shown is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", shown);
        }

        if (bad != BadSignature.NoTimestamp)
        {
            request.Headers.TryAddWithoutValidation(
                "X-Signature-Timestamp",
                bad == BadSignature.TamperedTimestamp ? timestamp + "1" : timestamp
            );
        }
    }
}
