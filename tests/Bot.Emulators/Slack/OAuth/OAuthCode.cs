namespace Bot.Emulators.Slack.OAuth;

/// <summary>What an installation in the browser ends with: lives ten minutes, is used once.</summary>
public sealed record OAuthCode(string Code, string Workspace, string User, string? RedirectUri, DateTimeOffset Until);
