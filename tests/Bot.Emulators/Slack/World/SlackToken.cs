namespace Bot.Emulators.Slack.World;

public enum SlackTokenKind
{
    Bot,
    User,
    App,
}

/// <summary>An issued token. If <see cref="Error"/> is set, every call with the token gets that error.</summary>
public sealed class SlackToken(string value, SlackTokenKind kind, string workspace)
{
    public string Value { get; } = value;

    public SlackTokenKind Kind { get; } = kind;

    /// <summary>Team id; empty for an app-level token.</summary>
    public string Workspace { get; } = workspace;

    public HashSet<string> Scopes { get; init; } = [];

    public DateTimeOffset? ExpiresAt { get; set; }

    public string? RefreshToken { get; set; }

    /// <summary><c>token_revoked</c>, <c>account_inactive</c>, <c>invalid_auth</c>; null if valid.</summary>
    public string? Error { get; set; }
}
