using System.Globalization;

namespace Bot.Chat.Options;

/// <summary>
/// Tokens, keys and secrets as they come out of files, clipboards and environments: a line end behind them is dropped, and a
/// character that none of them has, such as the dash that a word processor makes, is named instead of being sent for ever.
/// </summary>
public static class TokenText
{
    private const string Problem = "Option.StrayCharacter";

    /// <summary>The value without white space around it.</summary>
    public static string Trimmed(string? value) => value?.Trim() ?? "";

    /// <summary>Whatever is not printable ASCII, by its code point and place; the value itself is never said.</summary>
    public static IEnumerable<OptionProblem> Check(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var at = 1;
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value is <= ' ' or > '~')
            {
                var code = rune.Value.ToString("X4", CultureInfo.InvariantCulture);
                return [new(key, new(Texts.In(Locale.Japanese).Format(Problem, code, at), Texts.In(Locale.English).Format(Problem, code, at)))];
            }

            at++;
        }

        return [];
    }
}
