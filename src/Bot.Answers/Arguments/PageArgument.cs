using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Answers.Arguments;

/// <summary>How many entries of a list were seen already: what the button for more adds as <c>+10</c>.</summary>
public static partial class PageArgument
{
    /// <summary>Takes it from a call's words; 0 if there is none.</summary>
    public static int Take(ArgumentWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Take<int>(1, Read) ?? 0;
    }

    /// <summary>The arguments with the page behind them; none for the first.</summary>
    public static string Text(string arguments, int skip) =>
        skip == 0 ? arguments : string.Create(CultureInfo.InvariantCulture, $"{arguments} +{skip}").TrimStart();

    private static int? Read(string word) =>
        More().Match(word) is { Success: true } more ? int.Parse(more.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    // A plus belongs to a name that it touches (Claude+); a word of its own that begins with one is ours.
    [GeneratedRegex(@"^\+([0-9]{1,5})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex More();
}
