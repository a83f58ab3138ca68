namespace Bot.Chat.Platforms;

/// <summary>Finds the links that open a message on its platform.</summary>
public interface IPermalinks
{
    PlatformId Platform { get; }

    /// <summary>The link to a root with its thread; null if the platform did not provide one. Does not throw in that case.</summary>
    ValueTask<Uri?> OfRootAsync(ChannelAddress channel, string messageId, CancellationToken cancellationToken);

    /// <summary>The address of a reply in a root's thread; null: the platform did not say. Does not throw for that.</summary>
    ValueTask<Uri?> OfReplyAsync(ChannelAddress channel, string rootId, string messageId, CancellationToken cancellationToken);
}
