using System.Globalization;
using System.Resources;
using Bot.Chat;

namespace Bot.Discord;

/// <summary>What the Discord part says to people, from DiscordTexts.resx (English) and DiscordTexts.ja.resx. The language is asked for, never the thread's.</summary>
internal static class DiscordTexts
{
    private static readonly ResourceManager Resources = new("Bot.Discord.DiscordTexts", typeof(DiscordTexts).Assembly);
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja");

    /// <exception cref="MissingManifestResourceException">There is no such key: a mistake in the program.</exception>
    public static LocalizedText Both(string key, params ReadOnlySpan<object?> values) =>
        new(Format(key, Japanese, values), Format(key, CultureInfo.InvariantCulture, values));

    private static string Format(string key, CultureInfo culture, ReadOnlySpan<object?> values)
    {
        var text = Resources.GetString(key, culture) ?? throw new MissingManifestResourceException($"DiscordTexts.resx has no key {key}.");
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }
}
