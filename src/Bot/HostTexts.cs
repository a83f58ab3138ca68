using Bot.Chat;

namespace Bot;

/// <summary>The host's texts for the operator, from HostTexts.resx (English) and HostTexts.ja.resx.</summary>
internal static class HostTexts
{
    private static readonly LocalizedResources Resources = new("Bot.HostTexts", typeof(HostTexts).Assembly);

    /// <inheritdoc cref="LocalizedResources.Both"/>
    public static LocalizedText Both(string key, params ReadOnlySpan<object?> values) => Resources.Both(key, values);
}
