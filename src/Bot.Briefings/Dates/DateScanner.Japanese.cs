namespace Bot.Briefings.Dates;

/// <summary>Dates with 年, 月 and 日 (년, 월, 일), and era years.</summary>
internal static partial class DateScanner
{
    private const int ReiwaBegins = 2018;

    private static readonly DateWords Words = DateWords.Default;

    /// <summary>2026年1月6日, 2026年1月, 2026年, 1月6日, also in kanji numerals.</summary>
    private static FoundDate? Japanese(string text, int at)
    {
        var i = at;
        var first = KanjiNumber.Read(text, ref i);
        SkipSpaces(text, ref i);
        if (first < 0 || i >= text.Length)
        {
            return null;
        }

        if (Words.Year.Contains(text[i]) && IsYear(first))
        {
            return AfterYear(text, at, i + 1, first);
        }

        return Words.Month.Contains(text[i]) && first is >= 1 and <= 12 ? AfterMonth(text, at, i + 1, null, first) : null;
    }

    private static FoundDate? Era(string text, int at)
    {
        var (begins, length) = EraAt(text, at);
        if (begins == 0)
        {
            return null;
        }

        var i = at + length;
        SkipSpaces(text, ref i);
        var first = i < text.Length && Words.FirstYear.Contains(text[i]) ? 1 : -1;
        i += first == 1 ? 1 : 0;
        first = first == 1 ? 1 : KanjiNumber.Read(text, ref i);
        if (first is < 1 or > 99 || i >= text.Length)
        {
            return null;
        }

        if (Words.Year.Contains(text[i]))
        {
            return AfterYear(text, at, i + 1, begins + first);
        }

        if (text[i] is not ('.' or '/' or '-'))
        {
            return null;
        }

        i++;
        var month = Digits(text, ref i, 2);
        if (i >= text.Length || text[i++] is not ('.' or '/' or '-'))
        {
            return null;
        }

        var day = Digits(text, ref i, 2);
        return IsDay(begins + first, month, day) ? new FoundDate(begins + first, month, day, at, i) : null;
    }

    private static (int Begins, int Length) EraAt(string text, int at)
    {
        foreach (var (name, before) in Words.Eras)
        {
            if (text[at] == name[0] && text.AsSpan(at).StartsWith(name))
            {
                return (before, name.Length);
            }
        }

        return text.AsSpan(at) is ['r', >= '0' and <= '9', ..] ? (ReiwaBegins, 1) : (0, 0);
    }

    private static FoundDate AfterYear(string text, int at, int i, int year)
    {
        var end = i;
        SkipSpaces(text, ref i);
        var month = KanjiNumber.Read(text, ref i);
        SkipSpaces(text, ref i);
        return month is >= 1 and <= 12 && i < text.Length && Words.Month.Contains(text[i])
            ? AfterMonth(text, at, i + 1, year, month) ?? new FoundDate(year, month, null, at, i + 1)
            : new FoundDate(year, null, null, at, end);
    }

    private static FoundDate? AfterMonth(string text, int at, int i, int? year, int month)
    {
        SkipSpaces(text, ref i);
        var day = KanjiNumber.Read(text, ref i);
        SkipSpaces(text, ref i);
        return IsDay(year ?? 2024, month, day) && i < text.Length && Words.Day.Contains(text[i])
            ? new FoundDate(year, month, day, at, i + 1)
            : null;
    }
}
