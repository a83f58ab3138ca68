using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Control;

/// <summary>Changes to the app; null means no change.</summary>
internal sealed record AppOrder(
    string? SigningSecret = null,
    string? ClientId = null,
    string? ClientSecret = null,
    string? AppToken = null,
    bool? TokenRotation = null,
    string[]? Scopes = null,
    string[]? RedirectUrls = null
)
{
    public void Apply(SlackApp app)
    {
        app.SigningSecret = SigningSecret ?? app.SigningSecret;
        app.ClientId = ClientId ?? app.ClientId;
        app.ClientSecret = ClientSecret ?? app.ClientSecret;
        app.AppToken = AppToken ?? app.AppToken;
        app.TokenRotation = TokenRotation ?? app.TokenRotation;
        app.Scopes = Scopes is null ? app.Scopes : [.. Scopes];
        app.RedirectUrls.AddRange(RedirectUrls ?? []);
    }
}
