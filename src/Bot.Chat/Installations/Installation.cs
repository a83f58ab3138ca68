using Bot.Chat.Platforms;

namespace Bot.Chat.Installations;

/// <summary>The bot in one workspace: with which token it acts there, and as whom.</summary>
/// <param name="Workspace">Slack team id; for Discord, where one token serves every server, <see cref="EveryWorkspace"/>.</param>
/// <param name="Token">Bot token.</param>
public sealed record Installation(PlatformId Platform, string Workspace, Secret Token)
{
    /// <summary>Workspace of an installation that serves all workspaces of its platform.</summary>
    public const string EveryWorkspace = "*";

    /// <summary>What people call the workspace; null: not known.</summary>
    public string? Name { get; init; }

    /// <summary>The platform's id of the bot as a user; null: not known yet.</summary>
    public string? BotUser { get; init; }

    /// <summary>Slack's <c>bot_id</c>, which messages of the bot carry; null: not known, or no such thing.</summary>
    public string? Bot { get; init; }

    /// <summary>The platform's id of the application; null: not known.</summary>
    public string? Application { get; init; }

    /// <summary>Scopes that the token has, where the platform says; empty: not known.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Since when the bot is there with this token; null: not known.</summary>
    public DateTimeOffset? InstalledAt { get; init; }
}
