using Bot.Chat.Platforms;
using Bot.Discord.Rendering;
using Bot.Slack.Rendering;

namespace Bot.Verbs;

/// <summary>The platforms whose calls can be looked at.</summary>
internal static class Previews
{
    public static IReadOnlyList<ICallPreview> All { get; } = [new DiscordPreview(), new SlackPreview()];

    public static string[] Names { get; } = [.. All.Select(preview => preview.Platform.Value)];

    /// <summary>Null for another word, such as <c>text</c>.</summary>
    public static ICallPreview? Find(string name) => All.FirstOrDefault(preview => preview.Platform.Value == name);
}
