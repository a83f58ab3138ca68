using System.Buffers;

namespace Bot.Briefings.Dates;

/// <summary>Small whole numbers in digits or kanji: 12, 十二, 二〇二六.</summary>
internal static class KanjiNumber
{
    private static readonly DateWords Words = DateWords.Default;

    /// <summary>The characters that <see cref="IsDigit"/> accepts.</summary>
    public static IReadOnlyList<char> Kanji { get; } = [.. Words.Numerals.Where(c => c > '\u3000')];

    /// <inheritdoc cref="Kanji"/>
    public static SearchValues<char> Digits { get; } = SearchValues.Create([.. Kanji]);

    public static bool IsDigit(char c) => Digits.Contains(c);

    /// <summary>Reads a number at <paramref name="i"/> and moves past it; -1 if there is none.</summary>
    public static int Read(ReadOnlySpan<char> text, ref int i)
    {
        var start = i;
        var total = 0;
        var current = 0;
        while (i < text.Length && i - start < 9)
        {
            var c = text[i];
            var digit =
                char.IsAsciiDigit(c) ? c - '0'
                : c > '\u3000' ? Words.Numeral(c)
                : -1;
            if (digit is >= 0 and < 10)
            {
                current = (current * 10) + digit;
            }
            else if (digit >= 10)
            {
                total += Math.Max(1, current) * digit;
                current = 0;
            }
            else
            {
                break;
            }

            i++;
        }

        return i == start ? -1 : total + current;
    }
}
