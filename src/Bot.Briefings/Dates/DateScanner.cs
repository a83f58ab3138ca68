namespace Bot.Briefings.Dates;

/// <summary>
/// Finds dates in folded text: 2026年1月6日, 令和8年1月6日, 二〇二六年一月六日, 2026-01-06, 2026/1/6, 2026.1.6, January 6th, 2026,
/// 6 Jan 2026, (2026, January 5), 2026年1月, January 2026, 1/6/2026, 2026 and, without a year, 1月6日 and January 6.
/// </summary>
internal static partial class DateScanner
{
    /// <summary>All dates in order, including bare years.</summary>
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
        // Nothing can start inside a number or word.
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

        return KanjiNumber.IsDigit(c) ? Japanese(text, at)
            : c > '\u3000' ? Era(text, at)
            : null;
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

    private static void SkipSpaces(string text, ref int i)
    {
        while (i < text.Length && text[i] == ' ')
        {
            i++;
        }
    }

    private static bool IsYear(int year) => year is >= 1900 and <= 2199;

    private static bool IsDay(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
