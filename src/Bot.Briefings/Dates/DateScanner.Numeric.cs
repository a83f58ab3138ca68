namespace Bot.Briefings.Dates;

/// <summary>Dates that start with digits.</summary>
internal static partial class DateScanner
{
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

    /// <summary>2026-01-06, 2026/1/6, 2026.1.6, but not 20260106; "2026, January 5", "2026 jan 5", 2026-01, 2026.</summary>
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
            : IsDay(year, second, first) ? new FoundDate(year, second, first, at, i)
            : null;
    }
}
