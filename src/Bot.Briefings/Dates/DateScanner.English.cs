namespace Bot.Briefings.Dates;

/// <summary>Dates with an English month.</summary>
internal static partial class DateScanner
{
    private static readonly string[] Months =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

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
        // The first letters of the months.
        if (text[i] is not ('j' or 'f' or 'm' or 'a' or 's' or 'o' or 'n' or 'd') || (i > 0 && char.IsAsciiLetter(text[i - 1])))
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

    private static void SkipOrdinal(string text, ref int i)
    {
        if (
            text.AsSpan(i) is ['s', 't', ..] or ['n', 'd', ..] or ['r', 'd', ..] or ['t', 'h', ..]
            && !(i + 2 < text.Length && char.IsAsciiLetter(text[i + 2]))
        )
        {
            i += 2;
        }
    }
}
