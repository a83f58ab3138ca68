using Bot.Chat;

namespace Bot.Slack.Receiving.People;

/// <summary>The language to answer somebody in until Slack has told us theirs.</summary>
/// <param name="Default">The first series' language.</param>
public sealed record FallbackLocale(Locale Default);
