namespace Bot.Chat.Platforms;

/// <summary>Finds the links that open a message on its platform.</summary>
public interface IPermalinks
{
    PlatformId Platform { get; }

    /// <summary>The link to a root with its thread; null if the platform did not provide one. Does not throw in that case.</summary>
    ValueTask<Uri?> OfRootAsync(ChannelAddress channel, string messageId, CancellationToken cancellationToken);
}
