namespace Bot.Chat.Platforms;

/// <summary>Asks a platform whether the bot could post to a channel, before it is subscribed and when something changed.</summary>
public interface IChannelProbe
{
    PlatformId Platform { get; }

    /// <summary>The platform can be asked about every channel now and then; false: about those with trouble only, as it counts such questions narrowly.</summary>
    bool AsksFreely => true;

    /// <summary>Never throws for what the platform answers; a platform that does not answer is <see cref="ChannelProbe.Unanswered"/>.</summary>
    /// <param name="posts">How the channel's subscriptions post, each once; <see cref="SendOptions.None"/> alone for a new one.</param>
    Task<ChannelProbe> ProbeAsync(ChannelAddress channel, IReadOnlyList<SendOptions> posts, CancellationToken cancellationToken);
}

/// <summary>What a probe found.</summary>
/// <param name="Usable">A thread can be posted there now.</param>
public sealed record ChannelProbe(bool Usable)
{
    /// <summary>What people call the channel, without #; null: not known.</summary>
    public string? Name { get; init; }

    /// <summary>Scopes or permissions that are missing, under the names that the platform's own settings show.</summary>
    public IReadOnlyList<LocalizedText> Missing { get; init; } = [];

    /// <summary>What else is in the way, with what to do about it; null: nothing.</summary>
    public LocalizedText? Problem { get; init; }

    /// <summary>The platform gave no answer: nothing is known.</summary>
    public bool Unanswered { get; init; }
}
