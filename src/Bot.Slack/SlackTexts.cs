using System.Globalization;
using System.Resources;
using Bot.Chat;

namespace Bot.Slack;

/// <summary>What the Slack part says to people, from SlackTexts.resx (English) and SlackTexts.ja.resx. The language is asked for, never the thread's.</summary>
internal static class SlackTexts
{
    private static readonly ResourceManager Resources = new("Bot.Slack.SlackTexts", typeof(SlackTexts).Assembly);
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja");

    /// <exception cref="MissingManifestResourceException">There is no such key: a mistake in the program.</exception>
    public static LocalizedText Both(string key, params ReadOnlySpan<object?> values) =>
        new(Format(key, Japanese, values), Format(key, CultureInfo.InvariantCulture, values));

    private static string Format(string key, CultureInfo culture, ReadOnlySpan<object?> values)
    {
        var text = Resources.GetString(key, culture) ?? throw new MissingManifestResourceException($"SlackTexts.resx has no key {key}.");
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }
}
