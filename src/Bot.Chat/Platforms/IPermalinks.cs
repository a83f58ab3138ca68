namespace Bot.Chat.Platforms;

/// <summary>Addresses under which a platform's people open a message.</summary>
public interface IPermalinks
{
    PlatformId Platform { get; }

    /// <summary>The address of a root, with its thread; null: the platform did not say. Does not throw for that.</summary>
    ValueTask<Uri?> OfRootAsync(ChannelAddress channel, string messageId, CancellationToken cancellationToken);

    /// <summary>The address of a reply in a root's thread; null: the platform did not say. Does not throw for that.</summary>
    ValueTask<Uri?> OfReplyAsync(ChannelAddress channel, string rootId, string messageId, CancellationToken cancellationToken);
}
