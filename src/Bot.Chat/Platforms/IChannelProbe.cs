namespace Bot.Chat.Platforms;

/// <summary>Asks a platform whether the bot can post to a channel, before subscribing it and when something has changed.</summary>
public interface IChannelProbe
{
    PlatformId Platform { get; }

    /// <summary>
    /// Whether every channel may be probed from time to time; if false, only those with trouble, because the platform
    /// limits such requests strictly.
    /// </summary>
    bool AsksFreely => true;

    /// <summary>Never throws for what the platform answers; no answer is <see cref="ChannelProbe.Unanswered"/>.</summary>
    /// <param name="posts">
    /// The distinct send options of the channel's subscriptions; only <see cref="SendOptions.None"/> for a new one.
    /// </param>
    Task<ChannelProbe> ProbeAsync(ChannelAddress channel, IReadOnlyList<SendOptions> posts, CancellationToken cancellationToken);
}

/// <summary>The result of a probe.</summary>
/// <param name="Usable">A thread can be posted there now.</param>
public sealed record ChannelProbe(bool Usable)
{
    /// <summary>Display name of the channel, without #; null if unknown.</summary>
    public string? Name { get; init; }

    /// <summary>Missing scopes or permissions, named as in the platform's settings.</summary>
    public IReadOnlyList<LocalizedText> Missing { get; init; } = [];

    /// <summary>Any other obstacle and what to do about it; null if none.</summary>
    public LocalizedText? Problem { get; init; }

    /// <summary>The platform did not answer: nothing is known.</summary>
    public bool Unanswered { get; init; }
}
