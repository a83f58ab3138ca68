using Bot.Chat.Platforms;
using Bot.Configuration;
using Bot.Discord.Rendering;
using Bot.Slack.Rendering;

namespace Bot;

/// <summary>The chat platforms that the host knows, each with what the host needs of it. The built-in web channel is none of them: it is always there.</summary>
public static class PlatformCatalogue
{
    public static IReadOnlyList<ChatPlatform> All { get; } =
    [
        new(PlatformId.Slack, "Slack", "Slack:BotToken", options => options.Slack.IsOn, new SlackPreview()),
        new(PlatformId.Discord, "Discord", "Discord:Token", options => options.Discord.IsOn, new DiscordPreview()),
    ];

    /// <summary>As the command line writes them.</summary>
    public static string[] Names { get; } = [.. All.Select(platform => platform.Id.Value)];

    /// <summary>What a platform would be called with; null for another word, such as <c>text</c>.</summary>
    public static ICallPreview? PreviewOf(string name) => All.FirstOrDefault(platform => platform.Id.Value == name)?.Preview;

    /// <summary>Whether any is set up.</summary>
    public static bool IsAnyOn(BotOptions options) => All.Any(platform => platform.IsOn(options));
}
