using Bot.Briefings.Model;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Outlooks;

/// <summary>A span of time ahead: 〜1年, 1〜3年, 3年〜, 6-12 months, up to 1 year, 2027〜2028年.</summary>
/// <param name="From">Years from now at which it begins, whole; null if open or within the first year.</param>
/// <param name="To">Years from now at which it ends, rounded up; null if open.</param>
internal sealed record Duration(int? From, int? To, int End)
{
    private const double ShortUpTo = 1.01;
    private const double LongFrom = 2.99;

    private double First { get; init; }

    private double Last { get; init; }

    /// <summary>Up to a year is short; what begins in three years or later, or ends in more than five, is long.</summary>
    public Horizon Horizon => Last <= ShortUpTo ? Horizon.Short : First >= LongFrom || (double.IsPositiveInfinity(Last) && First > 1) ? Horizon.Long : Horizon.Medium;

    /// <summary>The first span inside a text, as in a label's bracket.</summary>
    public static Duration? In(string folded, Vocabulary vocabulary, int? year)
    {
        for (var at = 0; at < folded.Length; at++)
        {
            if ((char.IsAsciiDigit(folded[at]) || folded[at] is '~' or '<' || vocabulary.DurationOpenings.TryMatch(folded, at, out _)) && At(folded, at, vocabulary, year) is { } found)
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

            var word = folded.AsSpan(at, opening.Length);
            open |= word is "~" or "up to" or "within" or "<" or "以内";
            after |= word is ">" or "more than" or "over" or "beyond" or "after" or "from";
            at = opening.End;
        }

        if (!Number(folded, ref at, out var first))
        {
            // Over the next year: one of the unit.
            first = 1;
            if (at == start || !vocabulary.DurationUnits.TryMatch(folded, at, out _))
            {
                return null;
            }
        }

        // 3+ years: from three on.
        after |= Follows(folded, ref at, "+");
        var unit = UnitOrYear(folded, ref at, vocabulary, first);
        var last = first;
        var ranged = Connector(folded, ref at, out var tail) && Number(folded, ref at, out last);
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

        var openEnded = (!ranged && tail) || after || Follows(folded, ref at, "以降", "以上先", "以上", "後以降", "超", "+", "先", "and beyond", "or more", "onward", "onwards", "より先", "and later", "から先");
        if (!openEnded && !ranged)
        {
            Follows(folded, ref at, "末まで", "末", "後半", "前半", "下期", "上期", "度内", "度", "以内", "未満", "まで", "後", "程度", "ほど", "or less", "out", "from now", "ahead", "hence", "or so", "の間");
        }

        if (first >= 1900)
        {
            // Years of the calendar, counted from the briefing's own.
            if (year is null)
            {
                return null;
            }

            first = Math.Max(0, first - year.Value);
            last = Math.Max(first, last - year.Value);
            open = !openEnded && !ranged && last <= 1;
        }

        var (from, to) = openEnded ? (first, double.PositiveInfinity) : ranged ? (first, last) : (0d, last);
        return new Duration(
            from < 1 ? null : (int)Math.Floor(from),
            double.IsPositiveInfinity(to) ? null : (int)Math.Ceiling(to),
            at)
        {
            First = ranged || openEnded ? from : open ? 0 : first,
            Last = to,
        };
    }

    private static bool Number(string folded, ref int at, out double value)
    {
        value = 0;
        SkipSpaces(folded, ref at);
        var start = at;
        while (at < folded.Length && at - start < 6 && (char.IsAsciiDigit(folded[at]) || (folded[at] == '.' && at > start && at + 1 < folded.Length && char.IsAsciiDigit(folded[at + 1]))))
        {
            at++;
        }

        if (at > start)
        {
            return double.TryParse(folded.AsSpan(start, at - start), System.Globalization.CultureInfo.InvariantCulture, out value);
        }

        var kanji = Dates.KanjiNumber.Read(folded, ref at);
        value = kanji;
        return kanji > 0 || Follows(folded, ref at, out value, ("half a", 0.5), ("a couple of", 2), ("a few", 2), ("few", 2), ("several", 2), ("a", 1), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("twelve", 12), ("ten", 10), ("半", 0.5), ("数", 2));
    }

    /// <summary>A year of the calendar needs no unit: by 2030, 2027–2028.</summary>
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

    private static bool Connector(string folded, ref int at, out bool tail)
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

            // 3年〜 stays open; a dash before words parts the label from them.
            tail = dash == '~';
            at = tail ? next + 1 : at;
            return false;
        }

        return Follows(folded, ref at, "to ", "から", "or ") && at < folded.Length;
    }

    private static bool Follows(string folded, ref int at, params ReadOnlySpan<string> words)
    {
        var next = at;
        SkipSpaces(folded, ref next);
        foreach (var word in words)
        {
            if (folded.AsSpan(next).StartsWith(word))
            {
                at = next + word.Length;
                return true;
            }
        }

        return false;
    }

    private static bool Follows(string folded, ref int at, out double value, params ReadOnlySpan<(string Word, double Value)> words)
    {
        foreach (var (word, number) in words)
        {
            if (Follows(folded, ref at, word))
            {
                value = number;
                return true;
            }
        }

        value = 0;
        return false;
    }

    private static void SkipSpaces(string folded, ref int at)
    {
        while (at < folded.Length && folded[at] == ' ')
        {
            at++;
        }
    }
}
