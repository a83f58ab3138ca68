using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Replies;

namespace Bot.Answers.Sources;

/// <summary>The text of a <c>/sources</c> call: a number, a day, both or neither, in any order.</summary>
/// <param name="Number">Of one source, from 1.</param>
/// <param name="Date">Of the briefing; as 2026-01-06, 2026/1/6 or 2026年1月6日.</param>
/// <param name="Skip">Sources already seen: what the button for more adds as <c>+20</c>.</param>
/// <param name="Unreadable">A word that is neither; then the rest does not matter.</param>
public sealed partial record SourcesArguments(int? Number, DateOnly? Date, int Skip, string? Unreadable)
{
    private static readonly string[] DateFormats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    public static SourcesArguments Parse(string text)
    {
        var read = new SourcesArguments(null, null, 0, null);
        foreach (var word in AskedText.Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (DateOnly.TryParseExact(word, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                read = read with { Date = date };
            }
            else if (More().Match(word) is { Success: true } more)
            {
                read = read with { Skip = Integer(more) };
            }
            else if (Numbered().Match(word) is { Success: true } number)
            {
                read = read with { Number = Integer(number) };
            }
            else
            {
                return read with { Unreadable = text };
            }
        }

        return read;
    }

    private static int Integer(Match match) => int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // 8, [8], 8番, #8, no.8
    [GeneratedRegex(@"^(?:#|no\.?)?[\[【]?([0-9]{1,4})[\]】]?(?:番目?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\+([0-9]{1,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex More();
}
