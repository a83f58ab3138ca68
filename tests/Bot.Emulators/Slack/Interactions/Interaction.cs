using Bot.Emulators.Slack.Outbound;

namespace Bot.Emulators.Slack.Interactions;

/// <summary>A command, click or submission that was sent, and the bot's acknowledgement.</summary>
/// <param name="Id">Links it to what is shown for it: <see cref="World.ShownReply.Interaction"/>.</param>
/// <param name="ResponseUrl">Null if the payload has none.</param>
/// <param name="Problem">Why the acknowledgement's content cannot be shown; null if it can.</param>
public sealed record Interaction(string Id, SentRequest Sent, string? ResponseUrl, string? Problem = null);
