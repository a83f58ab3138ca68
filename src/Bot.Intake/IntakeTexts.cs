using System.Globalization;
using System.Resources;
using Bot.Chat;

namespace Bot.Intake;

/// <summary>What receipts say, from IntakeTexts.resx (English) and IntakeTexts.ja.resx.</summary>
internal static class IntakeTexts
{
    private static readonly ResourceManager Resources = new("Bot.Intake.IntakeTexts", typeof(IntakeTexts).Assembly);
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja");

    /// <exception cref="MissingManifestResourceException">There is no such key: a mistake in the program.</exception>
    public static LocalizedText Both(string key, params object?[] values) => new(Of(key, Japanese, values), Of(key, CultureInfo.InvariantCulture, values));

    private static string Of(string key, CultureInfo culture, object?[] values)
    {
        var text = Resources.GetString(key, culture) ?? throw new MissingManifestResourceException($"IntakeTexts.resx has no key {key}.");
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }
}
