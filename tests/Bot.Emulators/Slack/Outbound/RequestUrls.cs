namespace Bot.Emulators.Slack.Outbound;

/// <summary>Where the app's configuration says that requests go; null: nowhere, or by Socket Mode.</summary>
public sealed record RequestUrls(Uri? Commands, Uri? Interactions, Uri? Options, Uri? Events)
{
    public static RequestUrls None { get; } = new(null, null, null, null);

    /// <summary>The bot's own routes under its address.</summary>
    public static RequestUrls Under(Uri bot) => new(
        new Uri(bot, "/slack/commands"), new Uri(bot, "/slack/interactions"), new Uri(bot, "/slack/interactions"), new Uri(bot, "/slack/events"));
}
