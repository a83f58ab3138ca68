using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>A number with its units and currency: the whole amount, or one end of a range.</summary>
/// <param name="Number">As written before its first unit: 1.2 in $1.2b, 1 in 1兆2000億.</param>
/// <param name="Unit">The first unit; 0 if none is written.</param>
/// <param name="Total">In full units.</param>
/// <param name="Currency">ISO 4217, or null if none is written.</param>
internal readonly record struct MoneyTerm(decimal Number, decimal Unit, decimal Total, string? Currency);

/// <summary>Reads one term of an amount: us$5, 1兆2000億円, usd50m, 3億5000万.</summary>
internal sealed class MoneyTermReader(Vocabulary vocabulary)
{
    private const string KanjiDigits = "一二三四五六七八九";

    public bool TryRead(string text, int at, out MoneyTerm amount, out int end)
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

        if (!MoneyNumber.TryRead(text, ref i, out var number, out var unit))
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

        amount = new MoneyTerm(number, named, total, currency);
        return true;
    }

    /// <summary>The sign found after a number belongs to the next number ($5m $7m).</summary>
    private static bool StartsNumber(string text, Lexicon<string>.Hit sign) =>
        sign.End < text.Length && char.IsAsciiDigit(text[sign.End]) && !Folding.IsJapanese(text[sign.Start]);

    /// <summary>A currency code written against its number: usd50m, which is one Latin word.</summary>
    private bool TryCode(string text, int at, out Lexicon<string>.Hit hit)
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
        if (at >= text.Length || !(char.IsAsciiDigit(text[at]) || KanjiDigits.Contains(text[at])) || !Folding.IsJapanese(text[at - 1]))
        {
            return false;
        }

        var i = at;
        if (!MoneyNumber.TryRead(text, ref i, out var number, out unit))
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
