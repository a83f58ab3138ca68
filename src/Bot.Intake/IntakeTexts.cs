using System.Globalization;
using System.Resources;
using Bot.Chat;

namespace Bot.Intake;

/// <summary>What intake says of things that are no briefings, from IntakeTexts.resx (English) and IntakeTexts.ja.resx.</summary>
internal static class IntakeTexts
{
    private static readonly ResourceManager Resources = new("Bot.Intake.IntakeTexts", typeof(IntakeTexts).Assembly);
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja");

    /// <exception cref="MissingManifestResourceException">There is no such key: a mistake in the program.</exception>
    public static LocalizedText Format(string key, params object?[] values) =>
        new(In(key, Japanese, values), In(key, CultureInfo.InvariantCulture, values));

    private static string In(string key, CultureInfo culture, object?[] values) => string.Format(
        CultureInfo.InvariantCulture,
        Resources.GetString(key, culture) ?? throw new MissingManifestResourceException($"IntakeTexts.resx has no key {key}."),
        values);
}
