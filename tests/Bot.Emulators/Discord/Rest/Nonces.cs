using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Rest;

/// <summary>
/// Remembers which message an enforced nonce created, for one author. Whether Discord also considers the channel is
/// undocumented; here it does not, which is the harder case for a client.
/// </summary>
/// <remarks>https://docs.discord.com/developers/resources/message#create-message</remarks>
public sealed class Nonces(DiscordRules rules)
{
    private readonly Dictionary<string, Message> _known = [];

    /// <summary>The earlier message with this nonce within the window, or null.</summary>
    public Message? Earlier(string nonce, DateTimeOffset now) =>
        _known.TryGetValue(nonce, out var message) && now - message.PostedAt < rules.NonceWindow && message.PostedAt > rules.NoncesSince
            ? message
            : null;

    public void Keep(string nonce, Message message) => _known[nonce] = message;
}
