using Bot.Chat.Text;

namespace Bot.Discord.Setup.Registration;

/// <summary>Names and texts of commands in the form that Discord accepts. Its server counts Unicode code points.</summary>
internal static class CommandText
{
    /// <summary>
    /// https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming
    /// </summary>
    private const int LongestName = 32;

    public static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>
    /// The text, or as much of it as fits with an ellipsis. Counts UTF-16 units, of which there are never fewer than code points.
    /// </summary>
    public static string Fit(string text, int most) => Length(text) <= most ? text : Graphemes.Cut(text, most - 1);

    /// <summary>
    /// Letters and numbers of any script, <c>-_'</c>, and what Thai and Devanagari add; lower case if the script has it; composed (NFC).
    /// Checked rune by rune: .NET's regular expressions do not see letters outside the basic plane.
    /// </summary>
    public static bool IsName(string name) =>
        Length(name) is >= 1 and <= LongestName
        && name.IsNormalized()
        && string.Equals(name, name.ToLowerInvariant(), StringComparison.Ordinal)
        && name.EnumerateRunes()
            .All(rune =>
                rune.Value is '-' or '_' or '\'' or (>= 0x0900 and <= 0x097F) or (>= 0x0E00 and <= 0x0E7F)
                || System.Text.Rune.IsLetter(rune)
                || System.Text.Rune.IsNumber(rune)
            );
}
