using Bot.Chat.Platforms;

namespace Bot.Chat.Installations;

/// <summary>Finds where a briefing was posted in a channel, for links to it.</summary>
public interface IPostedThreads
{
    /// <summary>Message id of the root that was posted to the channel; null: none.</summary>
    Task<string?> RootAsync(ChannelAddress channel, BriefingKey briefing, CancellationToken cancellationToken);
}
