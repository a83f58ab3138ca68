using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Outlooks;

/// <summary>A span of time ahead: 〜1年, 1〜3年, 3年〜, 6-12 months, up to 1 year, 2027〜2028年.</summary>
/// <param name="From">Whole years from now at which it starts; null if open or within the first year.</param>
/// <param name="To">Years from now at which it ends, rounded up; null if open.</param>
/// <param name="End">Index after its last word.</param>
internal sealed record Duration(int? From, int? To, int End)
{
    private const int MonthsOfYear = 12;
    private const int FirstCalendarYear = 1900;
    private const int LastCalendarYear = 2200;
    private const int MostMonths = 1200;

    private const double ShortUpTo = 1.01;
    private const double LongFrom = 2.99;

    private double First { get; init; }

    private double Last { get; init; }

    /// <summary>Years as written, including calendar years; null for an open end.</summary>
    private (double? From, double? To) Written { get; init; }

    /// <summary>
    /// The months in which the span starts and ends, as first days of the month; null for an open end. Months count from the briefing's
    /// own; calendar years start in January and end in December.
    /// </summary>
    public (DateOnly? From, DateOnly? To) Window(DateOnly day) => (Month(day, Written.From, 1), Month(day, Written.To, MonthsOfYear));

    private static DateOnly? Month(DateOnly day, double? years, int month)
    {
        if (years is not { } number)
        {
            return null;
        }

        if (number >= FirstCalendarYear)
        {
            return number < LastCalendarYear ? new DateOnly((int)number, month, 1) : null;
        }

        var months = (int)Math.Round(number * MonthsOfYear, MidpointRounding.AwayFromZero);
        return months is >= 0 and <= MostMonths ? new DateOnly(day.Year, day.Month, 1).AddMonths(months) : null;
    }

    /// <summary>Up to a year is short; starting in three years or later, or ending in more than five, is long.</summary>
    public Horizon Horizon =>
        Last <= ShortUpTo ? Horizon.Short
        : First >= LongFrom || (double.IsPositiveInfinity(Last) && First > 1) ? Horizon.Long
        : Horizon.Medium;

    /// <summary>The first span in a text, such as a label's bracket.</summary>
    public static Duration? In(string folded, Vocabulary vocabulary, int? year)
    {
        for (var at = 0; at < folded.Length; at++)
        {
            if (
                (
                    char.IsAsciiDigit(folded[at])
                    || folded[at] is '~' or '<'
                    || vocabulary.DurationOpenings.TryMatch(folded, at, out _)
                    || (
                        vocabulary.DurationNumbers.TryMatch(folded, at, out var number)
                        && number.End < folded.Length
                        && vocabulary.DurationUnits.TryMatch(folded, number.End, out _)
                    )
                ) && At(folded, at, vocabulary, year) is { } found
            )
            {
                return found;
            }
        }

        return null;
    }

    public static Duration? At(string folded, int start, Vocabulary vocabulary, int? year)
    {
        var at = start;
        var open = false;
        var after = false;
        while (true)
        {
            SkipSpaces(folded, ref at);
            if (!vocabulary.DurationOpenings.TryMatch(folded, at, out var opening))
            {
                break;
            }

            open |= opening.Value == DurationOpening.UpTo;
            after |= opening.Value == DurationOpening.After;
            at = opening.End;
        }

        if (!Number(folded, ref at, vocabulary, out var first))
        {
            // Over the next year: one of the unit.
            first = 1;
            if (at == start || !vocabulary.DurationUnits.TryMatch(folded, at, out _))
            {
                return null;
            }
        }

        // 3+ years: from three on.
        after |= Plus(folded, ref at);
        var unit = UnitOrYear(folded, ref at, vocabulary, first);
        var last = first;
        var ranged = Connector(folded, ref at, vocabulary, out var tail) && Number(folded, ref at, vocabulary, out last);
        if (ranged)
        {
            var second = UnitOrYear(folded, ref at, vocabulary, last);
            unit = unit == 0 ? second : unit;
            last *= second == 0 ? unit : second;
            first *= unit;
            if (unit == 0)
            {
                return null;
            }
        }
        else if (unit == 0)
        {
            return null;
        }
        else
        {
            first *= unit;
            last = first;
        }

        var openEnded = (!ranged && tail) || after || Plus(folded, ref at) || Follows(folded, ref at, vocabulary.DurationOnward);
        if (!openEnded && !ranged)
        {
            Follows(folded, ref at, vocabulary.DurationTails);
        }

        var written =
            openEnded ? ((double?)first, (double?)null)
            : ranged ? (first, last)
            : (null, last);
        if (first >= FirstCalendarYear)
        {
            // Calendar years, counted from the briefing's own.
            if (year is null)
            {
                return null;
            }

            first = Math.Max(0, first - year.Value);
            last = Math.Max(first, last - year.Value);
            open = !openEnded && !ranged && last <= 1;
        }

        var (from, to) =
            openEnded ? (first, double.PositiveInfinity)
            : ranged ? (first, last)
            : (0d, last);
        return new Duration(from < 1 ? null : (int)Math.Floor(from), double.IsPositiveInfinity(to) ? null : (int)Math.Ceiling(to), at)
        {
            First =
                ranged || openEnded ? from
                : open ? 0
                : first,
            Last = to,
            Written = written,
        };
    }

    private static bool Number(string folded, ref int at, Vocabulary vocabulary, out double value)
    {
        value = 0;
        SkipSpaces(folded, ref at);
        var start = at;
        while (
            at < folded.Length
            && at - start < 6
            && (
                char.IsAsciiDigit(folded[at])
                || (folded[at] == '.' && at > start && at + 1 < folded.Length && char.IsAsciiDigit(folded[at + 1]))
            )
        )
        {
            at++;
        }

        if (at > start)
        {
            return double.TryParse(folded.AsSpan(start, at - start), System.Globalization.CultureInfo.InvariantCulture, out value);
        }

        var kanji = Dates.KanjiNumber.Read(folded, ref at);
        value = kanji;
        if (kanji > 0)
        {
            return true;
        }

        var found = vocabulary.DurationNumbers.TryMatch(folded, at, out var hit);
        (value, at) = found ? (hit.Value, hit.End) : (0, at);
        return found;
    }

    /// <summary>A calendar year needs no unit: by 2030, 2027–2028.</summary>
    private static double UnitOrYear(string folded, ref int at, Vocabulary vocabulary, double number) =>
        Unit(folded, ref at, vocabulary) is var unit && unit == 0 && number is >= 2000 and < 2200 ? 1 : unit;

    private static double Unit(string folded, ref int at, Vocabulary vocabulary)
    {
        var next = at;
        while (next < folded.Length && folded[next] is ' ' or '-' && next - at < 2)
        {
            next++;
        }

        if (!vocabulary.DurationUnits.TryMatch(folded, next, out var hit))
        {
            return 0;
        }

        at = hit.End;
        return hit.Value;
    }

    private static bool Connector(string folded, ref int at, Vocabulary vocabulary, out bool tail)
    {
        var next = at;
        SkipSpaces(folded, ref next);
        tail = false;
        if (next < folded.Length && folded[next] is '~' or '-' or '–' or '—' or '−' or '‐')
        {
            var dash = folded[next];
            var behind = next + 1;
            SkipSpaces(folded, ref behind);
            if (behind < folded.Length && (char.IsAsciiDigit(folded[behind]) || Dates.KanjiNumber.IsDigit(folded[behind])))
            {
                at = behind;
                return true;
            }

            // 3年〜 stays open; a dash before words separates the label from them.
            tail = dash == '~';
            at = tail ? next + 1 : at;
            return false;
        }

        return Follows(folded, ref at, vocabulary.DurationConnectors) && at < folded.Length;
    }

    private static bool Follows(string folded, ref int at, Lexicon<bool> words)
    {
        var next = at;
        SkipSpaces(folded, ref next);
        if (!words.TryMatch(folded, next, out var hit))
        {
            return false;
        }

        at = hit.End;
        return true;
    }

    private static bool Plus(string folded, ref int at)
    {
        var next = at;
        SkipSpaces(folded, ref next);
        if (next >= folded.Length || folded[next] != '+')
        {
            return false;
        }

        at = next + 1;
        return true;
    }

    private static void SkipSpaces(string folded, ref int at)
    {
        while (at < folded.Length && folded[at] == ' ')
        {
            at++;
        }
    }
}
