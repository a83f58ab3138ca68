namespace Bot.Emulators.Slack.Interactions;

/// <summary>Where an answer appears.</summary>
/// <param name="MessageTs">The message with the used element; null for a command.</param>
public sealed record ReplyPlace(string Workspace, string Channel, string User, string? MessageTs);
