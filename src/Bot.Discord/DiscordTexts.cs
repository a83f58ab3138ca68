using Bot.Chat;

namespace Bot.Discord;

/// <summary>The Discord integration's texts for people, from DiscordTexts.resx (English) and DiscordTexts.ja.resx.</summary>
internal static class DiscordTexts
{
    private static readonly LocalizedResources Resources = new("Bot.Discord.DiscordTexts", typeof(DiscordTexts).Assembly);

    /// <inheritdoc cref="LocalizedResources.Both"/>
    public static LocalizedText Both(string key, params ReadOnlySpan<object?> values) => Resources.Both(key, values);
}
