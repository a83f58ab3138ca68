namespace Bot.Chat.Platforms;

/// <summary>Names of the scopes that can be paused.</summary>
public static class PauseScopes
{
    public const string All = "all";

    public static string Token(string token) => $"token:{token}";

    public static string Workspace(string platform, string workspace) => $"workspace:{platform}:{workspace}";

    public static string Channel(string platform, string workspace, string channel) => $"channel:{platform}:{workspace}/{channel}";

    /// <summary>Whether the text before the first colon is a kind of scope.</summary>
    public static bool IsScope(string text) =>
        text == All || text.Split(':', 2) is [("token" or "workspace" or "channel"), { Length: > 0 }];
}
