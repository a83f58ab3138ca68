using System.Globalization;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>The bare number of an amount: 1,200, 8.5, 五億. A kanji numeral must have its unit.</summary>
internal static class MoneyNumber
{
    private const int Longest = 20;

    /// <summary>The smallest unit that a kanji numeral may have: 五億, but not 五人 or 三千.</summary>
    private const decimal LeastUnit = 10_000m;

    public static bool TryRead(ref Cursor cursor, Vocabulary vocabulary, out decimal number, out decimal unit)
    {
        unit = 0;
        if (IsLoneUnit(cursor, vocabulary) && cursor.TrySkip(vocabulary.Units, out var lone))
        {
            (number, unit) = (1, lone.Value);
            return true;
        }

        if (!char.IsAsciiDigit(cursor.Current))
        {
            return TryNumeral(ref cursor, vocabulary, out number, out unit);
        }

        Span<char> digits = stackalloc char[Longest];
        var length = 0;
        var fraction = false;
        for (; !cursor.AtEnd; cursor.At++)
        {
            var c = cursor.Current;
            if (c == ',' && !fraction && IsGroup(cursor))
            {
                continue;
            }

            var point = c == '.' && !fraction && char.IsAsciiDigit(cursor.Peek(1));
            if (!point && !char.IsAsciiDigit(c))
            {
                break;
            }

            fraction |= point;
            if (length < digits.Length)
            {
                digits[length] = c;
            }

            length++;
        }

        number = 0;
        return length <= digits.Length
            && decimal.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>近亿元: nearly one of a large unit.</summary>
    public static bool IsLoneUnit(Cursor cursor, Vocabulary vocabulary) =>
        vocabulary.LoneUnits.Contains(cursor.Current) && vocabulary.ApproximateBefore.TryMatchBefore(cursor.Text, cursor.At, out _);

    /// <summary>A comma before exactly three digits separates thousands.</summary>
    private static bool IsGroup(Cursor cursor) =>
        char.IsAsciiDigit(cursor.Peek(1))
        && char.IsAsciiDigit(cursor.Peek(2))
        && char.IsAsciiDigit(cursor.Peek(3))
        && !char.IsAsciiDigit(cursor.Peek(4));

    /// <summary>五億, 十億, 二十五億, 百万: a numeral before its unit. After 数 (some) and the like, a numeral has no definite value.</summary>
    private static bool TryNumeral(ref Cursor cursor, Vocabulary vocabulary, out decimal number, out decimal unit)
    {
        number = unit = 0;
        if (!Dates.KanjiNumber.IsDigit(cursor.Current) || vocabulary.VagueNumerals.TryMatchBefore(cursor.Text, cursor.At, out _))
        {
            return false;
        }

        var at = cursor.At;
        var value = Dates.KanjiNumber.Read(cursor.Text, ref at);
        var behind = new Cursor(cursor.Text, at);
        if (value < 0 || !behind.TrySkip(vocabulary.Units, out var hit) || hit.Value < LeastUnit)
        {
            return false;
        }

        (number, unit) = (value, hit.Value);
        cursor.At = behind.At;
        return true;
    }
}
