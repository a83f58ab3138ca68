using System.Globalization;

namespace Bot.Chat.Options;

/// <summary>
/// Tokens, keys and secrets as they come out of files, clipboards and environment variables: a trailing line end is
/// dropped, and a character that cannot belong to one, such as a word processor's dash, is reported instead of being sent
/// forever.
/// </summary>
public static class TokenText
{
    private const string Problem = "Option.StrayCharacter";

    /// <summary>The trimmed value.</summary>
    public static string Trimmed(string? value) => value?.Trim() ?? "";

    /// <summary>Reports anything that is not printable ASCII by code point and position, never the value itself.</summary>
    public static IEnumerable<OptionProblem> Check(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var at = 1;
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value is <= ' ' or > '~')
            {
                var code = rune.Value.ToString("X4", CultureInfo.InvariantCulture);
                return
                [
                    new(key, new(Texts.In(Locale.Japanese).Format(Problem, code, at), Texts.In(Locale.English).Format(Problem, code, at))),
                ];
            }

            at++;
        }

        return [];
    }
}
