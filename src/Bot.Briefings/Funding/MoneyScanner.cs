using Bot.Briefings.Model;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Funding;

/// <summary>An amount found in a text.</summary>
/// <param name="Start">Where the number or its currency begins; approximations before it are left of it.</param>
internal readonly record struct MoneyHit(int Start, int End, decimal? Value, decimal? Min, decimal? Max, string Currency, bool Approximate)
{
    public Money ToMoney(string raw) => new(Value, Min, Max, Currency, Approximate, raw);
}

/// <summary>What a header says about the numbers below it (調達額（百万ドル）, Raised ($M)).</summary>
internal readonly record struct MoneyDefaults(decimal Unit, string? Currency);

/// <summary>
/// Finds amounts of money in folded text: 200億ドル, 1兆2000億円, $1.2b, us$5-7 million, 5億~7億ドル, eur 50m, ₹500 crore.
/// A number without a currency is no amount, unless the header names one. 数億ドル has no number, so it is none.
/// </summary>
internal sealed class MoneyScanner(Vocabulary vocabulary)
{
    private const string KanjiDigits = "一二三四五六七八九";
    private const int LongestNumber = 20;

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

        if (!TryEnd(text, at, out var first, out var end))
        {
            next = char.IsAsciiDigit(c) ? Math.Max(next, end) : next;
            return false;
        }

        next = end;
        var second = default(End);
        var isRange = TryConnector(text, end, at, out var from) && TryEnd(text, from, out second, out var rangeEnd) && (end = rangeEnd) > 0
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

    /// <summary>One end of a range, or the whole amount.</summary>
    private readonly record struct End(decimal Number, decimal Unit, decimal Total, string? Currency);

    private bool TryEnd(string text, int at, out End amount, out int end)
    {
        amount = default;
        end = at;
        var i = at;
        string? currency = null;
        if (vocabulary.Currencies.TryMatch(text, i, out var sign) || TryCode(text, i, out sign))
        {
            currency = sign.Value;
            i = sign.End;
            SkipSpaces(text, ref i);
        }

        if (!TryNumber(text, ref i, out var number, out var unit))
        {
            end = i;
            return false;
        }

        end = i;
        var total = 0m;
        var named = unit;
        try
        {
            if (unit == 0)
            {
                var j = i;
                SkipMark(text, ref j);
                if (TryUnit(text, j, out unit, out var unitEnd))
                {
                    named = unit;
                    i = end = unitEnd;
                }
            }

            total = number * (unit == 0 ? 1 : unit);
            while (unit >= 10_000 && TryRest(text, i, unit, out var rest, out var restUnit, out var restEnd))
            {
                total += rest;
                unit = restUnit;
                i = end = restEnd;
            }
        }
        catch (OverflowException)
        {
            return false;
        }

        var k = end;
        SkipMark(text, ref k);
        if (vocabulary.Currencies.TryMatch(text, k, out var suffix) && !StartsNumber(text, suffix))
        {
            currency = currency is null || (currency == "USD" && text[sign.Start] == '$') ? suffix.Value : currency;
            end = suffix.End;
        }

        amount = new End(number, named, total, currency);
        return true;
    }

    /// <summary>The sign found after a number belongs to the next number ($5m $7m).</summary>
    private static bool StartsNumber(string text, Text.Lexicon<string>.Hit sign) =>
        sign.End < text.Length && char.IsAsciiDigit(text[sign.End]) && !Text.Folding.IsJapanese(text[sign.Start]);

    /// <summary>A currency code written against its number: usd50m, which is one Latin word.</summary>
    private bool TryCode(string text, int at, out Text.Lexicon<string>.Hit hit)
    {
        hit = default;
        return at + 3 < text.Length && char.IsAsciiDigit(text[at + 3])
            && vocabulary.Currencies.TryMatch(text.AsSpan(0, at + 3), at, out hit) && hit.End == at + 3;
    }

    /// <summary>The smaller parts of 1兆2000億 and 3億5000万.</summary>
    private bool TryRest(string text, int at, decimal above, out decimal rest, out decimal unit, out int end)
    {
        rest = unit = 0;
        end = at;
        if (at >= text.Length || !(char.IsAsciiDigit(text[at]) || KanjiDigits.Contains(text[at])) || !Text.Folding.IsJapanese(text[at - 1]))
        {
            return false;
        }

        var i = at;
        if (!TryNumber(text, ref i, out var number, out unit))
        {
            return false;
        }

        if (unit != 0 || TryUnit(text, i, out unit, out i))
        {
            rest = number * unit;
            end = i;
            return unit < above;
        }

        rest = number;
        unit = 1;
        end = i;
        return vocabulary.Currencies.TryMatch(text, i, out _);
    }

    private bool TryUnit(string text, int at, out decimal unit, out int end)
    {
        var found = vocabulary.Units.TryMatch(text, at, out var hit);
        (unit, end) = found ? (hit.Value, hit.End) : (0, at);
        return found;
    }

    private static bool TryNumber(string text, ref int i, out decimal number, out decimal unit)
    {
        number = unit = 0;
        if (i >= text.Length)
        {
            return false;
        }

        if (!char.IsAsciiDigit(text[i]))
        {
            return TryKanji(text, ref i, out number, out unit);
        }

        var start = i;
        Span<char> digits = stackalloc char[LongestNumber];
        var length = 0;
        var fraction = false;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                if (length < digits.Length)
                {
                    digits[length] = c;
                }

                length++;
            }
            else if (c == ',' && !fraction && IsGroup(text, i))
            {
                // A separator of thousands.
            }
            else if (c == '.' && !fraction && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
            {
                fraction = true;
                if (length < digits.Length)
                {
                    digits[length] = '.';
                }

                length++;
            }
            else
            {
                break;
            }

            i++;
        }

        return length <= digits.Length && i > start
            && decimal.TryParse(digits[..length], System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out number);
    }

    private static bool IsGroup(string text, int comma) =>
        comma + 3 < text.Length && char.IsAsciiDigit(text[comma + 1]) && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3])
        && !(comma + 4 < text.Length && char.IsAsciiDigit(text[comma + 4]));

    /// <summary>五億, 十億, 二十五億, 百万: a numeral before 万, 億 or 兆.</summary>
    private static bool TryKanji(string text, ref int i, out decimal number, out decimal unit)
    {
        number = unit = 0;
        if (i > 0 && text[i - 1] is '数' or '何' or '幾')
        {
            return false;
        }

        var at = i;
        var value = Dates.KanjiNumber.IsDigit(text[at]) ? Dates.KanjiNumber.Read(text, ref at) : -1;
        if (value < 0 || at >= text.Length)
        {
            return false;
        }

        unit = text[at] switch { '万' => 10_000m, '億' => 100_000_000m, '兆' => 1_000_000_000_000m, _ => 0m };
        number = value;
        if (unit == 0)
        {
            return false;
        }

        i = at + 1;
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
    private static bool IsBare(End first, End second) => first.Currency is null && first.Unit == 0 && second.Currency is null && first.Number >= 1900;

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

    /// <summary>Spaces, a hyphen or a plus between number, unit and currency: 50-million-dollar, 100+ million.</summary>
    private static void SkipMark(string text, ref int i)
    {
        SkipSpaces(text, ref i);
        if (i + 1 < text.Length && text[i] == '-' && char.IsAsciiLetter(text[i + 1]))
        {
            i++;
        }
    }
}
