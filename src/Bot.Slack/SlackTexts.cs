using Bot.Chat;

namespace Bot.Slack;

/// <summary>The Slack integration's texts for people, from SlackTexts.resx (English) and SlackTexts.ja.resx.</summary>
internal static class SlackTexts
{
    private static readonly LocalizedResources Resources = new("Bot.Slack.SlackTexts", typeof(SlackTexts).Assembly);

    /// <inheritdoc cref="LocalizedResources.Both"/>
    public static LocalizedText Both(string key, params ReadOnlySpan<object?> values) => Resources.Both(key, values);
}
