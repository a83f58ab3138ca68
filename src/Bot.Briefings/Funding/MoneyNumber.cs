using System.Globalization;

namespace Bot.Briefings.Funding;

/// <summary>The bare number of an amount: 1,200, 8.5, 五億. A kanji numeral brings its unit.</summary>
internal static class MoneyNumber
{
    private const int Longest = 20;

    public static bool TryRead(string text, ref int i, out decimal number, out decimal unit)
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
        Span<char> digits = stackalloc char[Longest];
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
            && decimal.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
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
}
