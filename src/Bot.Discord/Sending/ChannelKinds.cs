using System.Collections.Concurrent;
using Bot.Chat.Calls;
using Bot.Chat.Platforms;
using Bot.Discord.Api;

namespace Bot.Discord.Sending;

/// <summary>Which channels are forums. A channel never changes between a forum and any other kind.</summary>
internal sealed class ChannelKinds(DiscordClient client)
{
    private readonly ConcurrentDictionary<string, bool> _isForum = new();

    /// <summary>False also where it is not known yet.</summary>
    public bool IsKnownForum(string channel) => _isForum.GetValueOrDefault(channel);

    /// <summary>Only a forum takes such a post.</summary>
    public void TookForumPost(string channel) => _isForum[channel] = true;

    /// <summary>Null: Discord did not say.</summary>
    public Task<bool?> IsForumAsync(SendRequest request, CancellationToken cancellationToken) =>
        request.Options.ForumTags.Count > 0 ? Task.FromResult<bool?>(true) : IsForumAsync(request.Channel, cancellationToken);

    /// <summary>Null: Discord did not say.</summary>
    public async Task<bool?> IsForumAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        if (_isForum.TryGetValue(channel.Channel, out var known))
        {
            return known;
        }

        switch (await client.SendAsync(DiscordRoute.GetChannel(channel.Channel), null, cancellationToken))
        {
            case DiscordAnswer.Accepted { Json: { } json }:
                return json.IntegerAt("type") is { } kind ? _isForum[channel.Channel] = kind is 15 or 16 : null;
            case DiscordAnswer.Refused { Error: not DiscordError.Other }:
                // Gone, or not visible: the next attempt will tell.
                return false;
            default:
                return null;
        }
    }
}
