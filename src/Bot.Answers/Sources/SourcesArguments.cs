using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Replies;

namespace Bot.Answers.Sources;

/// <summary>The text of a <c>/sources</c> call: a number, a day, both or neither, in any order.</summary>
/// <param name="Number">Of one source, from 1.</param>
/// <param name="Date">Of the briefing; as 2026-01-06, 2026/1/6, 2026年1月6日 or, as the bot itself writes it, 1/6 and 1月6日(火).</param>
/// <param name="Skip">Sources already seen: what the button for more adds as <c>+20</c>.</param>
/// <param name="Unreadable">A word that is neither; then the rest does not matter.</param>
public sealed partial record SourcesArguments(int? Number, DateOnly? Date, int Skip, string? Unreadable)
{
    private static readonly string[] DateFormats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    /// <param name="newest">Day of the newest briefing: a day without a year is the last one up to it.</param>
    public static SourcesArguments Parse(string text, DateOnly newest)
    {
        var read = new SourcesArguments(null, null, 0, null);
        foreach (var word in AskedText.Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (DateOnly.TryParseExact(word, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                read = read with { Date = date };
            }
            else if (DayOfYear().Match(word) is { Success: true } day && Last(day, newest) is { } last)
            {
                read = read with { Date = last };
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

    private static DateOnly? Last(Match day, DateOnly newest)
    {
        // Eight years hold a 29 February, whatever century begins between them.
        for (var year = newest.Year; year > newest.Year - 8 && year > 0; year--)
        {
            if (DateOnly.TryParseExact($"{year:D4}-{day.Groups[1].Value}-{day.Groups[2].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date <= newest)
            {
                return date;
            }
        }

        return null;
    }

    private static int Integer(Match match) => int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // 8, [8], 8番, #8, no.8
    [GeneratedRegex(@"^(?:#|no\.?)?[\[【]?([0-9]{1,4})[\]】]?(?:番目?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    // 1/6, 1月6日, 1月6日(火)
    [GeneratedRegex(@"^([0-9]{1,2})(?:/|月)([0-9]{1,2})日?(?:\(\p{L}{1,3}\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex DayOfYear();

    [GeneratedRegex(@"^\+([0-9]{1,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex More();
}
