using Bot.Emulators.Slack.Outbound;

namespace Bot.Emulators.Slack.Interactions;

/// <summary>A command, click or submission that was sent, and how the bot acknowledged it.</summary>
/// <param name="Id">Ties it to what is shown for it: <see cref="World.ShownReply.Interaction"/>.</param>
/// <param name="ResponseUrl">Null where the payload has none.</param>
/// <param name="Problem">Why what the acknowledgement holds cannot be shown; null: it can.</param>
public sealed record Interaction(string Id, SentRequest Sent, string? ResponseUrl, string? Problem = null);
