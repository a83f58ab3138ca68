using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>Reads one term of an amount: us$5, 1兆2000億円, usd50m, 3億5000万, 4억 7,500만 달러.</summary>
internal sealed class MoneyTermReader(Vocabulary vocabulary)
{
    /// <summary>Units that smaller parts may follow.</summary>
    private const decimal Myriad = 10_000m;

    /// <summary>Leaves the cursor after the term, or after what was tried.</summary>
    public bool TryRead(ref Cursor cursor, out MoneyTerm amount)
    {
        amount = default;
        string? currency = null;
        var bareSign = false;
        if (cursor.TrySkip(vocabulary.Currencies, out var sign) || TryCode(ref cursor, out sign))
        {
            currency = sign.Value;
            bareSign = currency == "USD" && cursor.Text[sign.Start] == '$';
            cursor.SkipSpaces();
        }

        if (!MoneyNumber.TryRead(ref cursor, vocabulary, out var number, out var unit))
        {
            return false;
        }

        var named = unit;
        decimal total;
        try
        {
            if (unit == 0)
            {
                var ahead = cursor;
                SkipMark(ref ahead);
                if (ahead.TrySkip(vocabulary.Units, out var hit))
                {
                    named = unit = hit.Value;
                    cursor = ahead;
                }
            }

            total = number * (unit == 0 ? 1 : unit);
            while (unit >= Myriad && TryRest(ref cursor, unit, out var rest, out unit))
            {
                total += rest;
            }
        }
        catch (OverflowException)
        {
            return false;
        }

        var suffix = cursor;
        SkipMark(ref suffix);
        if (suffix.TrySkip(vocabulary.Currencies, out var behind) && !StartsNumber(suffix, behind))
        {
            currency = currency is null || bareSign ? behind.Value : currency;
            cursor = suffix;
        }

        amount = new MoneyTerm(number, named, total, currency);
        return true;
    }

    /// <summary>Whether the sign found after a number belongs to the next number ($5m $7m).</summary>
    private static bool StartsNumber(Cursor cursor, Lexicon<string>.Hit sign) =>
        char.IsAsciiDigit(cursor.Current) && !Folding.IsJapanese(cursor.Text[sign.Start]);

    /// <summary>A currency code attached to its number: usd50m, which is one Latin word.</summary>
    private bool TryCode(ref Cursor cursor, out Lexicon<string>.Hit hit)
    {
        const int Code = 3;
        hit = default;
        if (
            !char.IsAsciiDigit(cursor.Peek(Code))
            || !vocabulary.Currencies.TryMatch(cursor.Text[..(cursor.At + Code)], cursor.At, out hit)
            || hit.Length != Code
        )
        {
            return false;
        }

        cursor.At += Code;
        return true;
    }

    /// <summary>The smaller parts of 1兆2000億, 3億5000万 and 4억 7,500만.</summary>
    private bool TryRest(ref Cursor cursor, decimal above, out decimal rest, out decimal unit)
    {
        (rest, unit) = (0, 0);
        var ahead = cursor;
        var spaced = IsHangul(ahead.Peek(-1)) && ahead.TrySkip(' ');
        if (
            !(char.IsAsciiDigit(ahead.Current) || Dates.KanjiNumber.IsDigit(ahead.Current))
            || !(spaced || IsHangul(ahead.Peek(-1)) || Folding.IsJapanese(ahead.Peek(-1)))
        )
        {
            return false;
        }

        if (!MoneyNumber.TryRead(ref ahead, vocabulary, out var number, out unit))
        {
            return false;
        }

        if (unit == 0 && ahead.TrySkip(vocabulary.Units, out var hit))
        {
            unit = hit.Value;
        }

        if (unit == 0)
        {
            if (!vocabulary.Currencies.TryMatch(ahead.Text, ahead.At, out _))
            {
                return false;
            }

            unit = 1;
        }

        rest = number * unit;
        if (unit >= above)
        {
            return false;
        }

        cursor = ahead;
        return true;
    }

    private static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';

    /// <summary>Spaces, a hyphen or a plus between number, unit and currency: 50-million-dollar, 100+ million.</summary>
    private static void SkipMark(ref Cursor cursor)
    {
        cursor.SkipSpaces();
        if (char.IsAsciiLetter(cursor.Peek(1)))
        {
            cursor.TrySkip('-');
        }
    }
}
