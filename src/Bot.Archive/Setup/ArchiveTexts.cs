using System.Globalization;
using System.Resources;
using Bot.Chat;

namespace Bot.Archive.Setup;

/// <summary>What the archive tells the operator, from ArchiveTexts.resx (English) and ArchiveTexts.ja.resx.</summary>
internal static class ArchiveTexts
{
    private static readonly ResourceManager Resources = new("Bot.Archive.Setup.ArchiveTexts", typeof(ArchiveTexts).Assembly);
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja");

    /// <exception cref="MissingManifestResourceException">There is no such key: a mistake in the program.</exception>
    public static LocalizedText Format(string key, params object?[] values) =>
        new(In(key, Japanese, values), In(key, CultureInfo.InvariantCulture, values));

    private static string In(string key, CultureInfo culture, object?[] values) => string.Format(
        CultureInfo.InvariantCulture,
        Resources.GetString(key, culture) ?? throw new MissingManifestResourceException($"ArchiveTexts.resx has no key {key}."),
        values);
}
