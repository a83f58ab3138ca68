using Bot.Chat.Platforms;
using Bot.Configuration;
using Bot.Discord.Rendering;
using Bot.Slack.Rendering;

namespace Bot;

/// <summary>The chat platforms known to the host. The built-in web channel is not among them: it is always on.</summary>
public static class PlatformCatalogue
{
    public static IReadOnlyList<ChatPlatform> All { get; } =
    [
        new(PlatformId.Slack, "Slack", "Slack:BotToken", options => options.Slack.IsOn, options => new SlackPreview(options.Slack)),
        new(PlatformId.Discord, "Discord", "Discord:Token", options => options.Discord.IsOn, _ => new DiscordPreview()),
    ];

    /// <summary>The platforms' names on the command line.</summary>
    public static string[] Names { get; } = [.. All.Select(platform => platform.Id.Value)];

    /// <summary>The call preview of a platform as it is configured; null for any other word, such as <c>text</c>.</summary>
    public static ICallPreview? PreviewOf(string name, BotOptions options) =>
        All.FirstOrDefault(platform => platform.Id.Value == name)?.Preview(options);

    /// <summary>Display name of a platform; its id if the host does not know it.</summary>
    public static string NameOf(PlatformId id) => All.FirstOrDefault(platform => platform.Id == id)?.Name ?? id.Value;

    /// <summary>Whether any platform is set up.</summary>
    public static bool IsAnyOn(BotOptions options) => All.Any(platform => platform.IsOn(options));
}
