namespace Bot.Slack.Sending;

/// <summary>Names of bot tokens: each workspace has one of its own, and Slack's limits belong to it.</summary>
public static class SlackTokens
{
    private const string Prefix = "slack:";

    public static string NameOf(string workspace) => Prefix + workspace;

    /// <summary>Null: it is no name of a token of Slack's.</summary>
    public static string? WorkspaceOf(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token.StartsWith(Prefix, StringComparison.Ordinal) ? token[Prefix.Length..] : null;
    }
}
