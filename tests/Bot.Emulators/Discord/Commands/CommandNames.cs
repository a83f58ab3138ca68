using System.Text;

namespace Bot.Emulators.Discord.Commands;

/// <summary>Valid names of commands and options, and their locales.</summary>
/// <remarks>
/// https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming
/// </remarks>
internal static class CommandNames
{
    private const int Longest = 32;

    private static readonly HashSet<string> Locales =
    [
        "id",
        "da",
        "de",
        "en-GB",
        "en-US",
        "es-ES",
        "es-419",
        "fr",
        "hr",
        "it",
        "lt",
        "hu",
        "nl",
        "no",
        "pl",
        "pt-BR",
        "ro",
        "fi",
        "sv-SE",
        "vi",
        "tr",
        "cs",
        "el",
        "bg",
        "ru",
        "uk",
        "hi",
        "th",
        "zh-CN",
        "ja",
        "zh-TW",
        "ko",
    ];

    public static bool IsLocale(string name) => Locales.Contains(name);

    /// <summary>Letters, numbers, - _ ', Devanagari and Thai signs; lower case if the script has it.</summary>
    public static bool Fits(string name)
    {
        var runes = name.EnumerateRunes().ToList();
        return runes.Count is >= 1 and <= Longest && runes.TrueForAll(rune => IsPart(rune) && Rune.ToLowerInvariant(rune) == rune);
    }

    private static bool IsPart(Rune rune) =>
        rune.Value
            is '-'
                or '_'
                or '\''
                or (>= 0x0900 and <= 0x097F)
                or (>= 0xA8E0 and <= 0xA8FF)
                or (>= 0x0E01 and <= 0x0E3A)
                or (>= 0x0E40 and <= 0x0E5B)
        || Rune.IsLetter(rune)
        || Rune.IsNumber(rune);
}
