using Bot.Briefings.Reading;

namespace Bot.Briefings.Funding;

/// <summary>
/// Finds amounts of money in folded text: 200億ドル, 1兆2000億円, $1.2b, us$5-7 million, 5億~7億ドル, eur 50m, ₹500 crore.
/// A number without a currency is no amount, unless the header names one. 数億ドル has no number, so it is none.
/// </summary>
internal sealed class MoneyScanner(Vocabulary vocabulary)
{
    private readonly MoneyTermReader _terms = new(vocabulary);

    public List<MoneyHit> FindAll(string text, MoneyDefaults defaults = default)
    {
        var hits = new List<MoneyHit>();
        var at = 0;
        while (at < text.Length)
        {
            if (TryAt(text, at, defaults, out var hit, out var next))
            {
                hits.Add(hit);
            }

            at = Math.Max(next, at + 1);
        }

        return hits;
    }

    private bool TryAt(string text, int at, MoneyDefaults defaults, out MoneyHit hit, out int next)
    {
        hit = default;
        next = at + 1;
        var c = text[at];
        if (!char.IsAsciiDigit(c) && !vocabulary.Currencies.Opens(c) && !Dates.KanjiNumber.IsDigit(c))
        {
            return false;
        }

        if (at > 0 && char.IsAsciiLetterOrDigit(c) && char.IsAsciiLetterOrDigit(text[at - 1]))
        {
            return false;
        }

        if (!_terms.TryRead(text, at, out var first, out var end))
        {
            next = char.IsAsciiDigit(c) ? Math.Max(next, end) : next;
            return false;
        }

        next = end;
        var second = default(MoneyTerm);
        var isRange = TryConnector(text, end, at, out var from) && _terms.TryRead(text, from, out second, out var rangeEnd) && (end = rangeEnd) > 0
            && (first.Currency ?? second.Currency ?? defaults.Currency) is not null && !IsBare(first, second);
        if (isRange)
        {
            next = end;
        }

        var currency = Stronger(first.Currency, second.Currency, isRange) ?? defaults.Currency;
        if (currency is null)
        {
            return false;
        }

        var fallback = defaults.Unit == 0 ? 1 : defaults.Unit;
        decimal? value = null, min = null, max = null;
        try
        {
            if (isRange)
            {
                var unit = second.Unit != 0 ? second.Unit : first.Unit != 0 ? first.Unit : fallback;
                min = first.Unit != 0 ? first.Total : first.Number * unit;
                max = second.Unit != 0 ? second.Total : second.Number * unit;
            }
            else
            {
                value = first.Unit != 0 ? first.Total : first.Number * fallback;
            }
        }
        catch (OverflowException)
        {
            return false;
        }

        var last = isRange ? end : next;
        hit = new MoneyHit(at, last, value, min, max, currency, IsApproximate(text, ref at, ref last)) with { Start = at, End = last };
        next = last;
        return true;
    }

    private static bool TryConnector(string text, int at, int start, out int next)
    {
        next = at;
        SkipSpaces(text, ref next);
        var rest = text.AsSpan(next);
        var length = rest switch
        {
            ['~' or '-' or '–' or '—' or '−' or '‐' or '‑' or '‒', ..] => 1,
            ['か', 'ら', ..] => 2,
            ['t', 'o', ' ', ..] => 2,
            ['a', 'n', 'd', ' ', ..] when start >= 8 && text.AsSpan(0, start).TrimEnd().EndsWith("between") => 3,
            _ => 0,
        };
        next += length;
        SkipSpaces(text, ref next);
        return length > 0;
    }

    /// <summary>2025-2026 is no amount, whatever the header says.</summary>
    private static bool IsBare(MoneyTerm first, MoneyTerm second) => first.Currency is null && first.Unit == 0 && second.Currency is null && first.Number >= 1900;

    private static string? Stronger(string? first, string? second, bool isRange) =>
        !isRange ? first : first is null || (first == "USD" && second is not null) ? second ?? first : first;

    private bool IsApproximate(string text, ref int start, ref int end)
    {
        var approximate = false;
        var before = start;
        while (before > 0 && text[before - 1] == ' ')
        {
            before--;
        }

        while (vocabulary.ApproximateBefore.TryMatchBefore(text, before, out var hit))
        {
            approximate = true;
            start = before = hit.Start;
            while (before > 0 && text[before - 1] == ' ')
            {
                before--;
            }
        }

        var after = end;
        SkipSpaces(text, ref after);
        if (vocabulary.ApproximateAfter.TryMatch(text, after, out var suffix))
        {
            approximate = true;
            end = suffix.End;
        }

        return approximate;
    }

    private static void SkipSpaces(string text, ref int i)
    {
        while (i < text.Length && text[i] == ' ')
        {
            i++;
        }
    }
}
