using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Answers.Arguments;

/// <summary>How many entries of a list have already been shown; the "more" button adds it as <c>+10</c>.</summary>
public static partial class PageArgument
{
    /// <summary>Takes the count from a call's words; 0 if there is none.</summary>
    public static int Take(ArgumentWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Take<int>(1, Read) ?? 0;
    }

    /// <summary>The arguments followed by the page; the first page adds nothing.</summary>
    public static string Text(string arguments, int skip) =>
        skip == 0 ? arguments : string.Create(CultureInfo.InvariantCulture, $"{arguments} +{skip}").TrimStart();

    /// <summary>The count in a call's text; 0 if there is none.</summary>
    public static int At(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(' ').Select(Read).FirstOrDefault(count => count is not null) ?? 0;
    }

    private static int? Read(string word) =>
        More().Match(word) is { Success: true } more
            ? int.Parse(more.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    // A plus attached to a name belongs to the name (Claude+); a separate word that begins with one is a page.
    [GeneratedRegex(@"^\+([0-9]{1,5})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex More();
}
