using System.Net.Http.Headers;
using System.Text;
using Bot.Chat.Calls;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Slack.Setup;

namespace Bot.Slack.Api;

/// <summary>
/// The Web API, one method per call, with Slack's method names (https://docs.slack.dev/apis/web-api). Nothing here retries: a POST
/// repeated blindly posts twice. The caller sets the timeout.
/// </summary>
public sealed class SlackClient : IDisposable
{
    private readonly Uri _base;
    private readonly PlatformConnection _connection;

    public SlackClient(SlackOptions options, TimeProvider time)
        : this(options, time, configure: null) { }

    internal SlackClient(SlackOptions options, TimeProvider time, Action<SocketsHttpHandler>? configure)
    {
        ArgumentNullException.ThrowIfNull(options);
        _base = options.ApiBaseUrl;
        Clock = new PlatformClock(time);
        _connection = new PlatformConnection(_base, time, Clock, configure);
    }

    /// <summary>Slack's clock.</summary>
    public PlatformClock Clock { get; }

    /// <summary>Calls a method that takes JSON. States the charset, because Slack warns without it.</summary>
    /// <param name="method"><c>chat.postMessage</c>.</param>
    /// <param name="arguments">A JSON object as UTF-8.</param>
    public Task<SlackAnswer> PostJsonAsync(
        string method,
        Secret token,
        ReadOnlyMemory<byte> arguments,
        CancellationToken cancellationToken
    ) => CallAsync(method, token, new WatchedContent(arguments, "application/json; charset=utf-8"), cancellationToken);

    /// <summary>Calls a method with form arguments: every method takes them, and some take nothing else.</summary>
    /// <param name="token">Null for methods called without one, such as oauth.v2.access.</param>
    public Task<SlackAnswer> PostFormAsync(
        string method,
        Secret? token,
        IEnumerable<KeyValuePair<string, string>> arguments,
        CancellationToken cancellationToken
    )
    {
        var body = new StringBuilder();
        foreach (var (name, value) in arguments)
        {
            body.Append(body.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return CallAsync(
            method,
            token,
            new WatchedContent(Encoding.ASCII.GetBytes(body.ToString()), "application/x-www-form-urlencoded"),
            cancellationToken
        );
    }

    public void Dispose() => _connection.Dispose();

    private async Task<SlackAnswer> CallAsync(string method, Secret? token, WatchedContent content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_base, method)) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
        }

        return SlackAnswer.Of(await _connection.SendAsync(request, cancellationToken));
    }
}
