using System.Buffers;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>
/// Finds amounts of money in folded text: 200億ドル, 1兆2000億円, $1.2b, us$5-7 million, 5億~7億ドル, eur 50m, ₹500 crore. A number without a
/// currency is not an amount, unless the header names one. 数億ドル has no number, so it is not one either.
/// </summary>
internal sealed class MoneyScanner(Vocabulary vocabulary)
{
    private const decimal FirstYear = 1900;

    private readonly MoneyTermReader _terms = new(vocabulary);

    /// <summary>Digits, what a currency begins with, and units that may stand alone.</summary>
    private SearchValues<char> Openings =>
        field ??= SearchValues.Create([
            .. "0123456789",
            .. Dates.KanjiNumber.Kanji,
            .. vocabulary.Currencies.Openings,
            .. vocabulary.LoneUnits,
        ]);

    public List<MoneyHit> FindAll(ReadOnlySpan<char> text, MoneyDefaults defaults = default)
    {
        var hits = new List<MoneyHit>();
        if (!text.ContainsAnyInRange('0', '9') && !text.ContainsAny(Dates.KanjiNumber.Digits) && !text.ContainsAny(vocabulary.LoneUnits))
        {
            return hits;
        }

        for (var at = Next(text, 0); at < text.Length; at = Next(text, at))
        {
            var cursor = new Cursor(text, at);
            if (TryRead(ref cursor, defaults, out var hit))
            {
                // 5億ドル超4億: a word between two amounts belongs to the first.
                hits.Add(hits.Count > 0 && hit.Start < hits[^1].End ? hit with { Start = hits[^1].End } : hit);
            }

            at = Math.Max(cursor.At, at + 1);
        }

        return hits;
    }

    /// <summary>The first place from a position on where an amount may begin, not inside a word; the text's length if there is none.</summary>
    private int Next(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && text[from..].IndexOfAny(Openings) is >= 0 and var ahead)
        {
            from += ahead;
            if (from == 0 || !char.IsAsciiLetterOrDigit(text[from]) || !char.IsAsciiLetterOrDigit(text[from - 1]))
            {
                return from;
            }

            from++;
        }

        return text.Length;
    }

    /// <summary>Leaves the cursor after the amount or, if there is none, after a number that is not part of one.</summary>
    private bool TryRead(ref Cursor cursor, MoneyDefaults defaults, out MoneyHit hit)
    {
        hit = default;
        var start = cursor.At;
        var ahead = cursor;
        if (!_terms.TryRead(ref ahead, out var first))
        {
            cursor.At = char.IsAsciiDigit(cursor.Current) ? ahead.At : start;
            return false;
        }

        cursor = ahead;
        var second = default(MoneyTerm);
        var isRange =
            TryConnector(ref ahead, start, out var shift)
            && _terms.TryRead(ref ahead, out second)
            && (first.Currency ?? second.Currency ?? defaults.Currency) is not null
            && !IsBare(first, second);
        if (isRange)
        {
            cursor = ahead;
        }

        var currency = Stronger(first.Currency, second.Currency, isRange) ?? defaults.Currency;
        if (currency is null || !TryValues(first, second, isRange, defaults, out var value, out var min, out var max))
        {
            return false;
        }

        // 18億ドルから66億ドルに: the second is what it became.
        if (isRange && shift && vocabulary.Financing.To.TryMatch(cursor.Text, cursor.At, out _))
        {
            (value, min, max) = (max, null, null);
        }

        var (from, to) = (start, cursor.At);
        var approximate = Widen(cursor.Text, ref from, ref to, out var degree);
        hit = new MoneyHit(from, to, value, min, max, currency, approximate, degree);
        cursor.At = to;
        return true;
    }

    private static bool TryValues(
        MoneyTerm first,
        MoneyTerm second,
        bool isRange,
        MoneyDefaults defaults,
        out decimal? value,
        out decimal? min,
        out decimal? max
    )
    {
        (value, min, max) = (null, null, null);
        var fallback = defaults.Unit == 0 ? 1 : defaults.Unit;
        try
        {
            if (isRange)
            {
                var unit =
                    second.Unit != 0 ? second.Unit
                    : first.Unit != 0 ? first.Unit
                    : fallback;
                min = first.Unit != 0 ? first.Total : first.Number * unit;
                max = second.Unit != 0 ? second.Total : second.Number * unit;
            }
            else
            {
                value = first.Unit != 0 ? first.Total : first.Number * fallback;
            }

            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <param name="shift">The word may also say from what to what an amount changed.</param>
    private bool TryConnector(ref Cursor cursor, int start, out bool shift)
    {
        cursor.SkipSpaces();
        var between = cursor.TrySkip("and ") && cursor.Text[..start].TrimEnd().EndsWith("between");
        shift = false;
        if (!between && cursor.Current is '~' or '-' or '–' or '—' or '−' or '‐' or '‑' or '‒')
        {
            cursor.At++;
        }
        else if (!between && !(shift = cursor.TrySkip(vocabulary.RangeWords, out _)))
        {
            return false;
        }

        cursor.SkipSpaces();
        return true;
    }

    /// <summary>2025-2026 is not an amount, whatever the header says.</summary>
    private static bool IsBare(MoneyTerm first, MoneyTerm second) =>
        first.Currency is null && first.Unit == 0 && second.Currency is null && first.Number >= FirstYear;

    private static string? Stronger(string? first, string? second, bool isRange) =>
        !isRange ? first
        : first is null || (first == "USD" && second is not null) ? second ?? first
        : first;

    /// <summary>Includes the words next to an amount that make it inexact; true if there are any.</summary>
    private bool Widen(ReadOnlySpan<char> text, ref int start, ref int end, out MoneyDegree? degree)
    {
        var approximate = false;
        degree = null;
        var before = new Cursor(text, start);
        before.SkipSpacesBack();
        while (before.TrySkipBack(vocabulary.ApproximateBefore, out var hit))
        {
            approximate = true;
            degree = Degree(text, hit) ?? degree;
            start = before.At;
            before.SkipSpacesBack();
        }

        var after = new Cursor(text, end);
        after.SkipSpaces();
        while (after.TrySkip(vocabulary.ApproximateAfter, out var suffix))
        {
            approximate = true;
            // 10億ドル超規模: the word that sets a bound says more than the one that rounds.
            degree = degree is null or MoneyDegree.About ? Degree(text, suffix) ?? degree : degree;
            end = after.At;
        }

        return approximate;
    }

    private MoneyDegree? Degree(ReadOnlySpan<char> text, Lexicon<bool>.Hit hit) =>
        vocabulary.Degrees.IsWhole(text.Slice(hit.Start, hit.Length), out var degree) ? degree : null;
}
