namespace Bot.Slack.Sending;

/// <summary>Names of bot tokens: each workspace has one of its own, and Slack's limits belong to it.</summary>
public static class SlackTokens
{
    public static string NameOf(string workspace) => "slack:" + workspace;
}
