using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Texts;
using Bot.Archive.Queries;

namespace Bot.Answers.Arguments;

/// <summary>
/// Spans of time that have a name: this and last week, month, quarter and year; a month or a quarter of a year; so many days, weeks, months
/// or years back from today. Weeks begin on Monday. None of them reaches beyond the newest briefing.
/// </summary>
/// <param name="today">The current day in the series' time zone.</param>
/// <param name="newest">Date of the newest briefing.</param>
internal sealed partial class NamedSpans(DateOnly today, DateOnly newest)
{
    private const int DaysOfRecent = 30;

    private const int EarliestYear = 1900;

    /// <summary>Letters from which on a month's name is nothing else.</summary>
    private const int LongMonth = 7;

    private const string In = "in ";

    /// <summary>Further back there is no archive.</summary>
    private const int MostDays = 366 * 100;

    private static readonly (AnswerText Words, Func<DateOnly, DateSpan> Of)[] Names =
    [
        (AnswerText.SpanThisWeek, today => Week(today, 0)),
        (AnswerText.SpanLastWeek, today => Week(today, 1)),
        (AnswerText.SpanWeekBeforeLast, today => Week(today, 2)),
        (AnswerText.SpanThisMonth, today => Months(First(today), 1)),
        (AnswerText.SpanLastMonth, today => Months(First(today).AddMonths(-1), 1)),
        (AnswerText.SpanThisQuarter, today => Months(Quarter(today), 3)),
        (AnswerText.SpanLastQuarter, today => Months(Quarter(today).AddMonths(-3), 3)),
        (AnswerText.SpanThisYear, today => Months(new DateOnly(today.Year, 1, 1), 12)),
        (AnswerText.SpanLastYear, today => Months(new DateOnly(today.Year - 1, 1, 1), 12)),
        (AnswerText.SpanYearBeforeLast, today => Months(new DateOnly(today.Year - 2, 1, 1), 12)),
        (AnswerText.SpanRecent, today => new DateSpan(today.AddDays(1 - DaysOfRecent), today)),
        (AnswerText.SpanEver, _ => DateSpan.All),
    ];

    private static readonly Dictionary<string, Func<DateOnly, DateSpan>> ByName = Names
        .SelectMany(name => WordList.Of(name.Words).Select(word => (word, name.Of)))
        .ToDictionary(pair => pair.word, pair => pair.Of, StringComparer.Ordinal);

    private static readonly IReadOnlyList<string> Past = [.. WordList.Of(AnswerText.WordsPast).OrderByDescending(word => word.Length)];
    private static readonly IReadOnlyList<string> Marks = WordList.Of(AnswerText.DateMarks);
    private static readonly IReadOnlyList<string> BareDays = WordList.Of(AnswerText.UnitDaysBare);
    private static readonly (IReadOnlyList<string> Words, Func<DateOnly, int, DateOnly> Back)[] Units =
    [
        (WordList.Of(AnswerText.UnitDays), (day, count) => day.AddDays(-count)),
        (WordList.Of(AnswerText.UnitWeeks), (day, count) => day.AddDays(-7 * count)),
        (WordList.Of(AnswerText.UnitMonths), (day, count) => day.AddMonths(-count)),
        (WordList.Of(AnswerText.UnitYears), (day, count) => day.AddYears(-count)),
    ];

    private static readonly string[] MonthForms = ["MMM yyyy", "MMMM yyyy", "yyyy-M"];

    private readonly DateOnly _latest = newest > today ? newest : today;

    /// <summary>Names of spans for suggestions, as the language writes them.</summary>
    public static IReadOnlyList<AnswerText> Suggested { get; } =
    [AnswerText.SpanThisWeek, AnswerText.SpanLastWeek, AnswerText.SpanThisMonth, AnswerText.SpanLastMonth];

    /// <summary>Null if the text names no span.</summary>
    /// <param name="words">Lower case, trimmed.</param>
    public DateSpan? Read(string words)
    {
        if (ByName.TryGetValue(words, out var named))
        {
            return today.Year > 3 ? UpToLatest(named(today)) : null;
        }

        return words.Any(char.IsAsciiDigit) ? Counted(words) ?? Month(words) ?? OfQuarter(words) : MonthByName(words);
    }

    private DateSpan? Counted(string words)
    {
        var past = Past.FirstOrDefault(word => words.StartsWith(word, StringComparison.Ordinal));
        var rest = past is null ? words : words[past.Length..].Trim();
        var digits = rest.TakeWhile(char.IsAsciiDigit).Count();
        if (
            digits is 0 or > 4
            || int.Parse(rest.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture) is not (> 0 and var count)
        )
        {
            return null;
        }

        var unit = rest[digits..].Trim();
        var back = Units.FirstOrDefault(one => one.Words.Contains(unit)).Back;
        if (back is null && past is not null && BareDays.Contains(unit))
        {
            back = Units[0].Back;
        }

        if (past is null && unit.Length > 1 && char.IsAsciiLetter(unit[0]) && rest[digits] != ' ')
        {
            // "7days" is rather a name.
            return null;
        }

        // A year of four digits is a year, not a number of them.
        return back is null || (digits == 4 && back == Units[^1].Back) || count * (back == Units[^1].Back ? 366 : 31) > MostDays
            ? Year(rest)
            : UpToLatest(new DateSpan(back(_latest, count).AddDays(1), _latest));
    }

    private DateSpan? Year(string words) =>
        words.Length > 4
        && int.TryParse(words.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year >= EarliestYear
        && year <= _latest.Year
        && words[4..] == Marks[0]
            ? UpToLatest(Months(new DateOnly(year, 1, 1), 12))
            : null;

    /// <summary>2026-01, January 2026, and in Japanese with or without the year.</summary>
    private DateSpan? Month(string words)
    {
        words = words.StartsWith(In, StringComparison.Ordinal) ? words[In.Length..].TrimStart() : words;
        var plain = words.EndsWith(Marks[1], StringComparison.Ordinal)
            ? words[..^Marks[1].Length].Replace(Marks[0], "-", StringComparison.Ordinal)
            : words;
        if (DateOnly.TryParseExact(plain, MonthForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            return UpToLatest(Months(first, 1));
        }

        if (
            plain.Length == words.Length
            || !int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || month is < 1 or > 12
        )
        {
            return null;
        }

        return OfLatestYear(month);
    }

    /// <summary>A month's English name without a year: the latest such month. Short ones are words, too, and need "in" before them.</summary>
    private DateSpan? MonthByName(string words)
    {
        var name = words.StartsWith(In, StringComparison.Ordinal) ? words[In.Length..] : words;
        var month = Array.FindIndex(
            DateTimeFormatInfo.InvariantInfo.MonthNames,
            one => one.Equals(name, StringComparison.OrdinalIgnoreCase)
        );
        return month is < 0 or > 11 || (name.Length < LongMonth && name.Length == words.Length) ? null : OfLatestYear(month + 1);
    }

    private DateSpan OfLatestYear(int month)
    {
        var ofYear = new DateOnly(_latest.Year, month, 1);
        return UpToLatest(Months(ofYear <= _latest ? ofYear : ofYear.AddYears(-1), 1));
    }

    private DateSpan? OfQuarter(string words)
    {
        if (QuarterForm().Match(words) is not { Success: true } match)
        {
            return null;
        }

        var written = match.Groups["before"].Success ? match.Groups["before"] : match.Groups["after"];
        var year = written.Success ? int.Parse(written.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : _latest.Year;
        var quarter = match.Groups["quarter"].ValueSpan[0] - '0';
        if (year is < 1 or > 9998)
        {
            return null;
        }

        var first = new DateOnly(year, (3 * quarter) - 2, 1);
        return UpToLatest(Months(written.Success || first <= _latest ? first : first.AddYears(-1), 3));
    }

    /// <summary>
    /// Ends with the newest briefing, so that the span repeats the same answer later, when more has arrived; one that begins behind it
    /// stays whole.
    /// </summary>
    private DateSpan UpToLatest(DateSpan days) => days.From <= newest && days.To > newest ? new DateSpan(days.From, newest) : days;

    private static DateSpan Week(DateOnly today, int ago)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - (7 * ago));
        return new DateSpan(monday, monday.AddDays(6));
    }

    private static DateSpan Months(DateOnly first, int count) =>
        new(first, first.Year == 9999 ? DateOnly.MaxValue : first.AddMonths(count).AddDays(-1));

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly Quarter(DateOnly day) => new(day.Year, day.Month - ((day.Month - 1) % 3), 1);

    // q1, q1 2026, 2026q1, 2026 q1.
    [GeneratedRegex(
        @"^(?:(?<before>[0-9]{4})[ -]?)?q(?<quarter>[1-4])(?:[ -](?<after>[0-9]{4}))?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex QuarterForm();
}
