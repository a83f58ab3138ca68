namespace Bot.Chat.Platforms;

/// <summary>A platform's own pace: waits until one more request may leave. Rate limits belong to the token or the channel, so one pacer sees all sends of its platform.</summary>
public interface ISendPacer
{
    PlatformId Platform { get; }

    /// <param name="token">Name of the token's lease.</param>
    ValueTask WaitAsync(string token, ChannelAddress channel, CancellationToken cancellationToken);
}
