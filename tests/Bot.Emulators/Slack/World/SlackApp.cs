namespace Bot.Emulators.Slack.World;

/// <summary>The server's only app.</summary>
public sealed class SlackApp
{
    /// <summary>All bot scopes the bot requests.</summary>
    public static IReadOnlyList<string> AllScopes { get; } =
    [
        "app_mentions:read",
        "channels:history",
        "channels:join",
        "channels:read",
        "chat:write",
        "commands",
        "files:read",
        "files:write",
        "groups:history",
        "groups:read",
        "im:history",
        "im:write",
        "users:read",
    ];

    public string Id { get; set; } = "A0000000001";

    public string Name { get; set; } = "Briefing Bot";

    public string ClientId { get; set; } = "1000000000.2000000000";

    public string ClientSecret { get; set; } = "emulated-client-secret";

    public string SigningSecret { get; set; } = "emulated-signing-secret";

    /// <summary>App-level token with <c>connections:write</c>.</summary>
    public string AppToken { get; set; } = "xapp-1-A0000000001-emulated";

    /// <summary>Deprecated token still included in requests.</summary>
    public string VerificationToken { get; set; } = "emulated-verification";

    /// <summary>Bot tokens of new installations expire after 12 hours and come with a refresh token.</summary>
    public bool TokenRotation { get; set; }

    /// <summary>Installed for a whole organisation: its token belongs to no single workspace.</summary>
    public bool IsOrganisations { get; set; }

    /// <summary>Scopes granted by a new installation.</summary>
    public List<string> Scopes { get; set; } = [.. AllScopes];

    public List<string> RedirectUrls { get; } = [];
}
