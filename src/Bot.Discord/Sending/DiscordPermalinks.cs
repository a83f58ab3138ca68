using Bot.Chat.Platforms;

namespace Bot.Discord.Sending;

/// <summary>
/// Addresses of threads, in the form that discord.js builds them (its <c>channelLink</c>). A root's thread has the root's id, in text
/// channels and forums alike, so the address opens the briefing with its sections.
/// </summary>
public sealed class DiscordPermalinks : IPermalinks
{
    public PlatformId Platform => PlatformId.Discord;

    public ValueTask<Uri?> OfRootAsync(ChannelAddress channel, string messageId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return new(new Uri($"https://discord.com/channels/{channel.Workspace}/{messageId}"));
    }

    public ValueTask<Uri?> OfReplyAsync(ChannelAddress channel, string rootId, string messageId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return new(new Uri($"https://discord.com/channels/{channel.Workspace}/{rootId}/{messageId}"));
    }
}
