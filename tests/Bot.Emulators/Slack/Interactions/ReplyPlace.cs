namespace Bot.Emulators.Slack.Interactions;

/// <summary>Where an answer appears.</summary>
/// <param name="MessageTs">The message whose element was used; null for a command.</param>
public sealed record ReplyPlace(string Workspace, string Channel, string User, string? MessageTs);
