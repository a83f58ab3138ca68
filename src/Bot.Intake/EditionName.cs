using System.Globalization;

namespace Bot.Intake;

/// <summary>
/// Valid names of an edition, as used in addresses: 1 to 32 lower-case letters, digits and hyphens; starting with a letter, because a
/// number asks for a source.
/// </summary>
public static class EditionName
{
    public const int Longest = 32;

    private const string Unnamed = "doc";

    public static bool IsRight(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= Longest
            && char.IsAsciiLetterLower(name[0])
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
    }

    /// <summary>The name under which a document waits beside the briefing that it may replace: <c>doc-2</c>, <c>evening-2</c>.</summary>
    /// <param name="number">From 2.</param>
    internal static string Waiting(string edition, int number)
    {
        var ending = string.Create(CultureInfo.InvariantCulture, $"-{number}");
        return (edition.Length == 0 || edition.Length + ending.Length > Longest ? Unnamed : edition) + ending;
    }

    /// <summary>The edition that a document waiting under this name may replace.</summary>
    internal static string WaitedFor(string waiting)
    {
        var dash = waiting.LastIndexOf('-');
        var isNumbered = dash > 0 && dash < waiting.Length - 1 && waiting.AsSpan(dash + 1).IndexOfAnyExceptInRange('0', '9') < 0;
        return isNumbered && waiting[..dash] is not Unnamed and var edition ? edition : "";
    }
}
