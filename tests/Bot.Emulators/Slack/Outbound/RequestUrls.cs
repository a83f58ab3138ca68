namespace Bot.Emulators.Slack.Outbound;

/// <summary>The request URLs in the app's configuration; null for none, or for Socket Mode.</summary>
public sealed record RequestUrls(Uri? Commands, Uri? Interactions, Uri? Options, Uri? Events)
{
    public static RequestUrls None { get; } = new(null, null, null, null);

    /// <summary>The bot's default routes under its address.</summary>
    public static RequestUrls Under(Uri bot) =>
        new(
            new Uri(bot, "/slack/commands"),
            new Uri(bot, "/slack/interactions"),
            new Uri(bot, "/slack/interactions"),
            new Uri(bot, "/slack/events")
        );
}
