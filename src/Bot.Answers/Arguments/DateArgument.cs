using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Texts;

namespace Bot.Answers.Arguments;

/// <summary>
/// A day as people write it: 2026-01-06, 2026/1/6, 1/6, the same with Japanese year, month and day markers, 6 Jan, a word
/// for today, yesterday, the day before or the newest, a weekday, a number of days ago.
/// </summary>
/// <param name="today">The current day in the series' time zone.</param>
/// <param name="newest">Date of the newest briefing.</param>
public sealed partial class DateArgument(DateOnly today, DateOnly newest)
{
    /// <summary>Maximum words for one day, as in "the day before yesterday".</summary>
    public const int MostWords = 4;

    private static readonly string[] WithYear =
    [
        "yyyy-M-d",
        "yyyy/M/d",
        "yyyy.M.d",
        "d MMM yyyy",
        "d MMMM yyyy",
        "MMM d yyyy",
        "MMMM d yyyy",
        "MMM d, yyyy",
        "MMMM d, yyyy",
    ];

    private const string LeapYear = "2000";

    private static readonly string[] WithoutYear = ["M-d yyyy", "M/d yyyy", "d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy"];

    private static readonly SearchValues<char> Separated = SearchValues.Create("0123456789-/., ");

    private static readonly HashSet<string> MonthNames =
    [
        .. CultureInfo
            .InvariantCulture.DateTimeFormat.MonthNames.Concat(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames)
            .Select(name => name.ToLowerInvariant())
            .Where(name => name.Length > 0),
    ];

    private static readonly IReadOnlyList<string> Today = WordList.Of(AnswerText.WordsToday);
    private static readonly IReadOnlyList<string> Yesterday = WordList.Of(AnswerText.WordsYesterday);
    private static readonly IReadOnlyList<string> BeforeYesterday = WordList.Of(AnswerText.WordsBeforeYesterday);
    private static readonly IReadOnlyList<string> Newest = WordList.Of(AnswerText.WordsNewest);
    private static readonly IReadOnlyList<string> DaysAgo = WordList.Of(AnswerText.WordsDaysAgo);
    private static readonly IReadOnlyList<string> LastWeek = WordList.Of(AnswerText.WordsLastWeek);
    private static readonly IReadOnlyList<string> Last = WordList.Of(AnswerText.WordsLast);
    private static readonly IReadOnlyList<string> Marks = WordList.Of(AnswerText.DateMarks);
    private static readonly Dictionary<string, DayOfWeek> Weekdays = NamesOfWeekdays();

    /// <summary>A day without a year means the latest such day up to this one.</summary>
    private readonly DateOnly _latest = newest > today ? newest : today;

    /// <summary>Whether the text can be a day, whatever today is.</summary>
    public static bool Understands(string text) =>
        new DateArgument(new DateOnly(2000, 3, 1), new DateOnly(2000, 3, 1)).Read(text) is not null;

    /// <summary>Takes a day from a call's words; null if there is none.</summary>
    public DateOnly? Take(ArgumentWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Take(MostWords, Read);
    }

    /// <summary>Null if the text is not a day.</summary>
    public DateOnly? Read(string text)
    {
        var word = Weekday().Replace(text.ToLowerInvariant(), "").Trim();
        return Named(word) ?? Ago(word) ?? OfWeek(word) ?? Written(word);
    }

    private DateOnly? Named(string word) =>
        Today.Contains(word) ? today
        : Yesterday.Contains(word) ? Before(1)
        : BeforeYesterday.Contains(word) ? Before(2)
        : Newest.Contains(word) ? newest
        : null;

    private DateOnly? Ago(string word) =>
        DaysAgo.FirstOrDefault(ending => word.EndsWith(ending, StringComparison.Ordinal)) is { } found
        && int.TryParse(word.AsSpan(0, word.Length - found.Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? Before(days)
            : null;

    /// <summary>
    /// The most recent such weekday, including today; with a word for last week, that week's; with "last", the one before
    /// today.
    /// </summary>
    private DateOnly? OfWeek(string word)
    {
        if (Weekdays.TryGetValue(word, out var bare))
        {
            return Before(Since(bare));
        }

        if (
            LastWeek.FirstOrDefault(beginning => word.StartsWith(beginning, StringComparison.Ordinal)) is { } week
            && Weekdays.TryGetValue(word[week.Length..].Trim(), out var there)
        )
        {
            var monday = Since(DayOfWeek.Monday) + 7;
            return Before(monday - (((int)there + 6) % 7));
        }

        return
            Last.FirstOrDefault(beginning => word.StartsWith(beginning + " ", StringComparison.Ordinal)) is { } last
            && Weekdays.TryGetValue(word[(last.Length + 1)..], out var day)
            ? Before(Since(day) is > 0 and var days ? days : 7)
            : null;
    }

    private DateOnly? Written(string word)
    {
        if (word.Length == 0 || !word.Any(char.IsAsciiDigit))
        {
            return null;
        }

        var plain = Marked(word);
        if (!MayBeWritten(plain))
        {
            return null;
        }

        if (Exact(plain, WithYear) is { } whole)
        {
            return whole;
        }

        if (Exact($"{plain} {LeapYear}", WithoutYear) is not { } day)
        {
            return null;
        }

        // Any eight years include a 29 February, even across a century without one.
        for (var year = _latest.Year; year > _latest.Year - 8 && year > 0; year--)
        {
            if (
                day.Day <= DateTime.DaysInMonth(year, day.Month)
                && new DateOnly(year, day.Month, day.Day) is var written
                && written <= _latest
            )
            {
                return written;
            }
        }

        return null;
    }

    /// <summary>Whether it has nothing but figures, separators and names of months: hardly a company's name does.</summary>
    private static bool MayBeWritten(ReadOnlySpan<char> plain)
    {
        while (!plain.IsEmpty)
        {
            var letters = plain.IndexOfAnyExceptInRange('a', 'z');
            letters = letters < 0 ? plain.Length : letters;
            if (letters == 0 && !Separated.Contains(plain[0]))
            {
                return false;
            }

            if (letters > 0 && !MonthNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(plain[..letters]))
            {
                return false;
            }

            plain = plain[Math.Max(1, letters)..];
        }

        return true;
    }

    /// <summary>Replaces the year and month markers with hyphens and drops the day marker.</summary>
    private static string Marked(string word)
    {
        var (year, month, day) = (Marks[0], Marks[1], Marks[2]);
        return !word.EndsWith(day, StringComparison.Ordinal)
            ? word
            : word[..^day.Length].Replace(year, "-", StringComparison.Ordinal).Replace(month, "-", StringComparison.Ordinal);
    }

    private static DateOnly? Exact(string text, params string[] formats) =>
        DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private int Since(DayOfWeek weekday) => ((int)today.DayOfWeek - (int)weekday + 7) % 7;

    private DateOnly? Before(int days) => days < today.DayNumber ? today.AddDays(-days) : null;

    private static Dictionary<string, DayOfWeek> NamesOfWeekdays()
    {
        var names = new Dictionary<string, DayOfWeek>();
        var english = CultureInfo.InvariantCulture.DateTimeFormat;
        var japanese = Chat.Texts.In(Chat.Locale.Japanese).Words("Weekdays");
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            names[english.DayNames[(int)day].ToLowerInvariant()] = day;
            names[english.AbbreviatedDayNames[(int)day].ToLowerInvariant()] = day;
            foreach (var ending in WordList.Of(AnswerText.WeekdayEndings))
            {
                names[japanese[(int)day] + ending] = day;
            }
        }

        return names;
    }

    // The weekday that the bot itself writes after a day, in brackets.
    [GeneratedRegex(@"\(\p{L}{1,3}\)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Weekday();
}
