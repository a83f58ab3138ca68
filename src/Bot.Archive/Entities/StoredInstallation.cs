namespace Bot.Archive.Entities;

/// <summary>The bot in one workspace. Its token is stored only in protected form.</summary>
public sealed class StoredInstallation
{
    public long Id { get; set; }

    public required string Platform { get; set; }

    /// <summary>Team or server, or <see cref="Bot.Chat.Installations.Installation.EveryWorkspace"/>.</summary>
    public required string Workspace { get; set; }

    /// <summary>The token protected by ASP.NET Data Protection, bound to platform and workspace.</summary>
    public required string ProtectedToken { get; set; }

    public string? Name { get; set; }

    public string? BotUser { get; set; }

    public string? Bot { get; set; }

    public string? Application { get; set; }

    public List<string> Scopes { get; set; } = [];

    public DateTimeOffset InstalledAt { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}
