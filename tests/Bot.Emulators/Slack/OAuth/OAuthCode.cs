namespace Bot.Emulators.Slack.OAuth;

/// <summary>The result of an installation in the browser: valid for ten minutes, for one use.</summary>
public sealed record OAuthCode(string Code, string Workspace, string User, string? RedirectUri, DateTimeOffset Until);
