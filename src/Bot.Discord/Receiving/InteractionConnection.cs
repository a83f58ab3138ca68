using Bot.Chat.Calls;
using Bot.Discord.Setup;

namespace Bot.Discord.Receiving;

/// <summary>
/// Calls the routes behind an interaction's token. They need no bot token and are exempt from the global limit, so answers do not wait
/// while a briefing goes to many channels. https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints
/// </summary>
internal sealed class InteractionConnection(DiscordOptions options, TimeProvider time) : IDisposable
{
    private readonly Uri _address = options.ApiBaseUrl.AbsoluteUri.EndsWith('/')
        ? options.ApiBaseUrl
        : new Uri(options.ApiBaseUrl.AbsoluteUri + "/");
    private readonly PlatformConnection _connection = new(options.ApiBaseUrl, time);

    /// <param name="path">Relative to the base address, without a leading slash.</param>
    /// <param name="body">JSON; empty: none.</param>
    public async Task<Exchange> SendAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(_address, path));
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        request.Content = new WatchedContent(body, "application/json");
        return await _connection.SendAsync(request, cancellationToken);
    }

    public void Dispose() => _connection.Dispose();
}
