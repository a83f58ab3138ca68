namespace Bot.Chat.Platforms;

/// <summary>Asks a platform whether a thread accepts replies, after a refusal that does not say why.</summary>
public interface IThreadProbe
{
    PlatformId Platform { get; }

    /// <summary>Never throws for what the platform answers or fails to answer.</summary>
    /// <param name="threadId">As returned by the root's send.</param>
    Task<ThreadProbe> ProbeAsync(ChannelAddress channel, string threadId, CancellationToken cancellationToken);
}

/// <param name="Detail">The platform's own words, without secrets; null if none.</param>
public sealed record ThreadProbe(ThreadStanding Standing, string? Detail = null);

public enum ThreadStanding
{
    /// <summary>It exists and accepts replies.</summary>
    Open,

    /// <summary>It, or its root, was deleted.</summary>
    Gone,

    /// <summary>It exists and does not accept the bot's replies.</summary>
    Locked,

    /// <summary>No answer, a request to wait, or an answer not from the platform itself: nothing is known.</summary>
    Unanswered,
}
