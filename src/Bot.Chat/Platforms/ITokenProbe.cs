namespace Bot.Chat.Platforms;

/// <summary>
/// Asks a platform whether it accepts a bot token, apart from any post (Slack's <c>auth.test</c>, Discord's <c>users/@me</c>).
/// One refusal of a send may be a passing fault of the platform's: nothing is paused by it before this has been asked, and
/// what is paused by it is asked about again.
/// </summary>
public interface ITokenProbe
{
    PlatformId Platform { get; }

    /// <summary>Never throws for what the platform answers or fails to answer; makes exactly one request.</summary>
    /// <param name="token">Name of the token's lease, as <see cref="IPlatform.TokenFor"/> gives it.</param>
    Task<TokenProbe> ProbeAsync(string token, CancellationToken cancellationToken);
}

/// <param name="Detail">The platform's own words, without secrets; null: none.</param>
public sealed record TokenProbe(TokenStanding Standing, string? Detail = null)
{
    public static TokenProbe Accepted { get; } = new(TokenStanding.Accepted);
}

public enum TokenStanding
{
    /// <summary>The platform answers to it.</summary>
    Accepted,
    /// <summary>Refused, in the platform's own code: revoked, expired, uninstalled, or there is none.</summary>
    Refused,
    /// <summary>No answer, a wait, or an answer that is not the platform's own: nothing is known.</summary>
    Unanswered,
}
