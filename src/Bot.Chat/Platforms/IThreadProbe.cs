namespace Bot.Chat.Platforms;

/// <summary>Asks a platform whether a thread can be replied to, after a refusal that does not say what it is about.</summary>
public interface IThreadProbe
{
    PlatformId Platform { get; }

    /// <summary>Never throws for what the platform answers or fails to answer.</summary>
    /// <param name="threadId">As the root's send returned it.</param>
    Task<ThreadProbe> ProbeAsync(ChannelAddress channel, string threadId, CancellationToken cancellationToken);
}

/// <param name="Detail">The platform's own words, without secrets; null: none.</param>
public sealed record ThreadProbe(ThreadStanding Standing, string? Detail = null);

public enum ThreadStanding
{
    /// <summary>It is there and takes replies.</summary>
    Open,
    /// <summary>It, or its root, was deleted.</summary>
    Gone,
    /// <summary>It is there and takes no replies of the bot's.</summary>
    Locked,
    /// <summary>No answer, a wait, or an answer that is not the platform's own: nothing is known.</summary>
    Unanswered,
}
