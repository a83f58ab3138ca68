using Bot.Chat.Platforms;
using Bot.Discord.Api;

namespace Bot.Discord.Sending;

/// <summary>
/// Lets a call begin when its bucket is open and one of the fifty slots a second will soon be free, so that posts waiting for Discord's
/// limits are still planned in the ledger rather than in progress.
/// </summary>
public sealed class DiscordPacer : ISendPacer, IDisposable
{
    /// <summary>
    /// Maximum of concurrent calls: two seconds of the global limit, so that as many wait for their turn as are being written and
    /// answered.
    /// </summary>
    internal const int UnderWay = 2 * GlobalPace.PerSecond;

    private readonly DiscordClient _client;
    private readonly SemaphoreSlim _turns = new(UnderWay, UnderWay);

    public DiscordPacer(DiscordClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
    }

    public PlatformId Platform => PlatformId.Discord;

    public async ValueTask<IDisposable> WaitAsync(string token, SendRequest request, SendCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (call == SendCall.Send)
        {
            // If the wait is longer, the client tells the ledger how long.
            var route = DiscordRoute.CreateMessage(request.ThreadId ?? request.Channel.Channel);
            if (_client.WaitOf(route) is var wait && wait > TimeSpan.Zero && wait <= DiscordClient.Patience)
            {
                await _client.Time.WaitUntilAsync(_client.Time.Now + wait, cancellationToken);
            }
        }

        await _turns.WaitAsync(cancellationToken);
        return new Turn(_turns);
    }

    public void Dispose() => _turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) == 0)
            {
                turns.Release();
            }
        }
    }
}
