using Bot.Chat.Platforms;

namespace Bot.Chat.Installations;

/// <summary>Finds where a briefing was posted in a channel, for links to it.</summary>
public interface IPostedThreads
{
    /// <summary>Message id of the root posted to the channel; null if none.</summary>
    Task<string?> RootAsync(ChannelAddress channel, string series, DateOnly date, CancellationToken cancellationToken);
}
