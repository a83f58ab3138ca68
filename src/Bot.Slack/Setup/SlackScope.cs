using Bot.Chat;

namespace Bot.Slack.Setup;

/// <summary>A scope that the bot requests, and why (https://docs.slack.dev/reference/scopes).</summary>
public sealed record SlackScope(string Name, LocalizedText Reason)
{
    /// <summary>For the bot token: exactly what the bot needs.</summary>
    public static IReadOnlyList<SlackScope> Bot { get; } =
    [
        new("app_mentions:read", SlackTexts.Both("SlackScope.ToAnswerQuestionsMentionBot")),
        new("channels:history", SlackTexts.Both("SlackScope.ToSeeInPublicChannels")),
        new("channels:read", SlackTexts.Both("SlackScope.ToCheckPublicChannelBefore")),
        new("chat:write", SlackTexts.Both("SlackScope.ToPost")),
        new("commands", SlackTexts.Both("SlackScope.SlashCommands")),
        new("groups:history", SlackTexts.Both("SlackScope.ToSeeInPrivateChannels")),
        new("groups:read", SlackTexts.Both("SlackScope.ToCheckPrivateChannelBefore")),
        new("im:history", SlackTexts.Both("SlackScope.ToFindDirectMessages")),
        new("im:write", SlackTexts.Both("SlackScope.ToTellWatches")),
        new("users:read", SlackTexts.Both("SlackScope.ToKnowWhoIsAdmin")),
    ];

    /// <summary>For the app-level token in Socket Mode.</summary>
    public static SlackScope Connections { get; } = new("connections:write", SlackTexts.Both("SlackScope.ConnectionSocketMode"));
}
