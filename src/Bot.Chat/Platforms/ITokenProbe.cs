namespace Bot.Chat.Platforms;

/// <summary>
/// Asks a platform whether it accepts a bot token, independently of any post (Slack's <c>auth.test</c>, Discord's
/// <c>users/@me</c>). A single refused send may be a temporary platform fault: nothing is paused before this probe
/// confirms it, and a paused token is probed again.
/// </summary>
public interface ITokenProbe
{
    PlatformId Platform { get; }

    /// <summary>Never throws for what the platform answers or fails to answer; makes exactly one request.</summary>
    /// <param name="token">Name of the token's lease, from <see cref="IPlatform.TokenFor"/>.</param>
    Task<TokenProbe> ProbeAsync(string token, CancellationToken cancellationToken);
}

/// <param name="Detail">The platform's own words, without secrets; null if none.</param>
public sealed record TokenProbe(TokenStanding Standing, string? Detail = null)
{
    public static TokenProbe Accepted { get; } = new(TokenStanding.Accepted);
}

public enum TokenStanding
{
    /// <summary>The platform accepts it.</summary>
    Accepted,

    /// <summary>Refused with the platform's own code: revoked, expired, uninstalled, or missing.</summary>
    Refused,

    /// <summary>No answer, a request to wait, or an answer not from the platform itself: nothing is known.</summary>
    Unanswered,
}
