namespace Bot.Briefings.Dates;

/// <summary>A date as precise as it is written.</summary>
/// <param name="Start">Where it begins in the text that was scanned.</param>
internal readonly record struct FoundDate(int? Year, int? Month, int? Day, int Start, int End)
{
    public bool IsFull => Year is not null && Month is not null && Day is not null;

    public DateOnly ToDate() => new(Year!.Value, Month!.Value, Day!.Value);

    /// <summary>YYYY-MM-DD, YYYY-MM or YYYY; null without a year.</summary>
    public string? ToIso() => (Year, Month, Day) switch
    {
        (null, _, _) => null,
        ({ } y, null, _) => $"{y:D4}",
        ({ } y, { } m, null) => $"{y:D4}-{m:D2}",
        ({ } y, { } m, { } d) => $"{y:D4}-{m:D2}-{d:D2}",
    };
}

/// <summary>
/// Finds dates in folded text: 2026年1月6日, 令和8年1月6日, 二〇二六年一月六日, 2026-01-06, 2026/1/6, 2026.1.6, January 6th, 2026,
/// 6 Jan 2026, (2026, January 5), 2026年1月, January 2026, 1/6/2026, 2026 and, without a year, 1月6日 and January 6.
/// </summary>
internal static partial class DateScanner
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>All dates in order, years that stand alone included.</summary>
    public static List<FoundDate> FindAll(string folded)
    {
        var found = new List<FoundDate>();
        var at = 0;
        while (at < folded.Length)
        {
            var date = TryAt(folded, at);
            if (date is { } hit)
            {
                found.Add(hit);
                at = Math.Max(hit.End, at + 1);
            }
            else
            {
                at = Next(folded, at);
            }
        }

        return found;
    }

    private static int Next(string text, int at)
    {
        // Inside a number or word nothing can begin.
        if (char.IsAsciiDigit(text[at]))
        {
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            return at;
        }

        if (char.IsAsciiLetter(text[at]))
        {
            while (at < text.Length && char.IsAsciiLetter(text[at]))
            {
                at++;
            }

            return at;
        }

        return at + 1;
    }

    private static FoundDate? TryAt(string text, int at)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c))
        {
            return Numeric(text, at);
        }

        if (char.IsAsciiLetter(c))
        {
            return MonthFirst(text, at) ?? Era(text, at);
        }

        return c is '令' or '平' ? Era(text, at) : KanjiNumber.IsDigit(c) ? Japanese(text, at) : null;
    }

    private static FoundDate? Numeric(string text, int at)
    {
        if (Japanese(text, at) is { } japanese)
        {
            return japanese;
        }

        var i = at;
        var first = Digits(text, ref i, 4);
        var length = i - at;
        if (first < 0 || (i < text.Length && char.IsAsciiDigit(text[i])))
        {
            return null;
        }

        if (length == 4 && IsYear(first))
        {
            return YearFirst(text, at, i, first);
        }

        if (length > 2)
        {
            return null;
        }

        return DayFirst(text, at, i, first) ?? Slashed(text, at, i, first);
    }

    /// <summary>2026-01-06, 2026/1/6, 2026.1.6, 20260106 is none, "2026, January 5", "2026 jan 5", 2026-01, 2026.</summary>
    private static FoundDate YearFirst(string text, int at, int i, int year)
    {
        if (i + 1 < text.Length && text[i] is '-' or '/' or '.' or '‐' or '‑' or '–' or '−')
        {
            var mark = text[i];
            var j = i + 1;
            SkipSpaces(text, ref j);
            var month = Digits(text, ref j, 2);
            if (month is >= 1 and <= 12 && !(j < text.Length && char.IsAsciiDigit(text[j])))
            {
                var k = j;
                if (k + 1 < text.Length && text[k] == mark)
                {
                    k++;
                    SkipSpaces(text, ref k);
                    var day = Digits(text, ref k, 2);
                    if (IsDay(year, month, day) && !(k < text.Length && char.IsAsciiDigit(text[k])))
                    {
                        return new FoundDate(year, month, day, at, k);
                    }
                }

                if (mark != '.')
                {
                    return new FoundDate(year, month, null, at, j);
                }
            }
        }

        var m = i;
        while (m < text.Length && text[m] is ' ' or ',' or '/' or '-')
        {
            m++;
        }

        if (m > i && m < text.Length && MonthName(text, ref m) is var named and > 0)
        {
            var monthEnd = m;
            while (m < text.Length && text[m] is ' ' or '.' or '/' or '-')
            {
                m++;
            }

            var day = Digits(text, ref m, 2);
            if (IsDay(year, named, day) && !(m < text.Length && char.IsAsciiDigit(text[m])))
            {
                SkipOrdinal(text, ref m);
                return new FoundDate(year, named, day, at, m);
            }

            return new FoundDate(year, named, null, at, monthEnd);
        }

        return new FoundDate(year, null, null, at, i);
    }

    /// <summary>6 Jan 2026, 6th of January, 2026, 6 January.</summary>
    private static FoundDate? DayFirst(string text, int at, int i, int day)
    {
        SkipOrdinal(text, ref i);
        while (i < text.Length && text[i] is ' ' or '-' or '.' or '/')
        {
            i++;
        }

        if (i + 3 < text.Length && text.AsSpan(i).StartsWith("of "))
        {
            i += 3;
        }

        var month = i < text.Length ? MonthName(text, ref i) : 0;
        if (month == 0 || !IsDay(2024, month, day))
        {
            return null;
        }

        var end = i;
        var year = YearAfter(text, ref i);
        return year > 0 && IsDay(year, month, day) ? new FoundDate(year, month, day, at, i) : new FoundDate(null, month, day, at, end);
    }

    /// <summary>1/6/2026 (month first unless that is impossible).</summary>
    private static FoundDate? Slashed(string text, int at, int i, int first)
    {
        if (i >= text.Length || text[i] is not ('/' or '.' or '-'))
        {
            return null;
        }

        var mark = text[i++];
        var second = Digits(text, ref i, 2);
        if (second < 1 || i >= text.Length || text[i++] != mark)
        {
            return null;
        }

        var yearAt = i;
        var year = Digits(text, ref i, 4);
        if (i - yearAt != 4 || !IsYear(year) || (i < text.Length && char.IsAsciiDigit(text[i])))
        {
            return null;
        }

        return IsDay(year, first, second) ? new FoundDate(year, first, second, at, i)
            : IsDay(year, second, first) ? new FoundDate(year, second, first, at, i) : null;
    }

    /// <summary>January 6th, 2026; Jan. 6 2026; January 2026; January 6.</summary>
    private static FoundDate? MonthFirst(string text, int at)
    {
        var i = at;
        var month = MonthName(text, ref i);
        if (month == 0)
        {
            return null;
        }

        var afterMonth = i;
        var year = YearAfter(text, ref i);
        if (year > 0)
        {
            return new FoundDate(year, month, null, at, i);
        }

        i = afterMonth;
        while (i < text.Length && text[i] is ' ' or '.' or '-')
        {
            i++;
        }

        var day = Digits(text, ref i, 2);
        if (day < 1 || !IsDay(2024, month, day) || (i < text.Length && char.IsAsciiDigit(text[i])))
        {
            return null;
        }

        SkipOrdinal(text, ref i);
        var end = i;
        year = YearAfter(text, ref i);
        return year > 0 && IsDay(year, month, day) ? new FoundDate(year, month, day, at, i) : new FoundDate(null, month, day, at, end);
    }

    private static int YearAfter(string text, ref int i)
    {
        var j = i;
        while (j < text.Length && text[j] is ' ' or ',' or '.' or '/' or '-')
        {
            j++;
        }

        var start = j;
        var year = j > i ? Digits(text, ref j, 4) : -1;
        if (j - start == 4 && IsYear(year) && !(j < text.Length && char.IsAsciiDigit(text[j])))
        {
            i = j;
            return year;
        }

        return 0;
    }

    private static int MonthName(string text, ref int i)
    {
        if (i > 0 && char.IsAsciiLetter(text[i - 1]))
        {
            return 0;
        }

        var end = i;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        var word = text.AsSpan(i, end - i);
        if (word.Length < 3)
        {
            return 0;
        }

        for (var month = 0; month < Months.Length; month++)
        {
            if (word.SequenceEqual(Months[month]) || word.SequenceEqual(Months[month].AsSpan(0, 3)) || (month == 8 && word is "sept"))
            {
                i = end < text.Length && text[end] == '.' ? end + 1 : end;
                return month + 1;
            }
        }

        return 0;
    }

    private static int Digits(string text, ref int i, int most)
    {
        var start = i;
        var value = 0;
        while (i < text.Length && i - start < most && char.IsAsciiDigit(text[i]))
        {
            value = (value * 10) + text[i++] - '0';
        }

        return i == start ? -1 : value;
    }

    private static void SkipOrdinal(string text, ref int i)
    {
        if (text.AsSpan(i) is ['s', 't', ..] or ['n', 'd', ..] or ['r', 'd', ..] or ['t', 'h', ..] && !(i + 2 < text.Length && char.IsAsciiLetter(text[i + 2])))
        {
            i += 2;
        }
    }

    private static void SkipSpaces(string text, ref int i)
    {
        while (i < text.Length && text[i] == ' ')
        {
            i++;
        }
    }

    private static bool IsYear(int year) => year is >= 1900 and <= 2199;

    private static bool IsDay(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
