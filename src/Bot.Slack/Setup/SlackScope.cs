using Bot.Chat;

namespace Bot.Slack.Setup;

/// <summary>A scope that the bot asks for, and why (https://docs.slack.dev/reference/scopes).</summary>
public sealed record SlackScope(string Name, LocalizedText Reason)
{
    /// <summary>Of the bot token: everything the bot does, and nothing beside it.</summary>
    public static IReadOnlyList<SlackScope> Bot { get; } =
    [
        new("app_mentions:read", SlackTexts.Both("SlackScope.ToAnswerQuestionsMentionBot")),
        new("channels:history", SlackTexts.Both("SlackScope.ToSeeInPublicChannels")),
        new("channels:read", SlackTexts.Both("SlackScope.ToCheckPublicChannelBefore")),
        new("chat:write", SlackTexts.Both("SlackScope.ToPost")),
        new("commands", SlackTexts.Both("SlackScope.SlashCommands")),
        new("groups:history", SlackTexts.Both("SlackScope.ToSeeInPrivateChannels")),
        new("groups:read", SlackTexts.Both("SlackScope.ToCheckPrivateChannelBefore")),
        new("users:read", SlackTexts.Both("SlackScope.ToKnowWhoIsAdmin")),
    ];

    /// <summary>Of the app-level token, for Socket Mode.</summary>
    public static SlackScope Connections { get; } = new("connections:write", SlackTexts.Both("SlackScope.ConnectionSocketMode"));
}
