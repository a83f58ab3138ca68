namespace Bot.Slack.Sending;

/// <summary>Names of bot tokens: each workspace has its own, and Slack's limits apply per token.</summary>
public static class SlackTokens
{
    private const string Prefix = "slack:";

    /// <summary>The app's own token, which opens its socket. No workspace has this id.</summary>
    public const string Socket = Prefix + "socket";

    public static string NameOf(string workspace) => Prefix + workspace;

    /// <summary>Null if it is not the name of a Slack token.</summary>
    public static string? WorkspaceOf(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token.StartsWith(Prefix, StringComparison.Ordinal) ? token[Prefix.Length..] : null;
    }
}
