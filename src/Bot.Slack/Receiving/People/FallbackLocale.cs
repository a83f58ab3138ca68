using Bot.Chat;

namespace Bot.Slack.Receiving.People;

/// <summary>In which language somebody is answered of whom Slack has not said yet what he speaks.</summary>
/// <param name="Default">Of the first series.</param>
public sealed record FallbackLocale(Locale Default);
