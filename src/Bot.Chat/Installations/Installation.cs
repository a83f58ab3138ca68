using Bot.Chat.Platforms;

namespace Bot.Chat.Installations;

/// <summary>The bot in one workspace: which token it uses there, and its identity.</summary>
/// <param name="Workspace">Slack team id; for Discord, where one token serves every server, <see cref="EveryWorkspace"/>.</param>
/// <param name="Token">Bot token.</param>
public sealed record Installation(PlatformId Platform, string Workspace, Secret Token)
{
    /// <summary>Workspace of an installation that serves all workspaces of its platform.</summary>
    public const string EveryWorkspace = "*";

    /// <summary>Display name of the workspace; null if unknown.</summary>
    public string? Name { get; init; }

    /// <summary>The platform's user id of the bot; null if not yet known.</summary>
    public string? BotUser { get; init; }

    /// <summary>Slack's <c>bot_id</c>, which the bot's messages carry; null if unknown or not applicable.</summary>
    public string? Bot { get; init; }

    /// <summary>The platform's id of the application; null if unknown.</summary>
    public string? Application { get; init; }

    /// <summary>Scopes of the token, if the platform reports them; empty if unknown.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>When the bot was installed with this token; null if unknown.</summary>
    public DateTimeOffset? InstalledAt { get; init; }
}
