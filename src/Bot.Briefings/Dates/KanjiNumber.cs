namespace Bot.Briefings.Dates;

/// <summary>Small whole numbers in digits or kanji: 12, 十二, 二〇二六.</summary>
internal static class KanjiNumber
{
    private const string Numerals = "〇一二三四五六七八九";

    public static bool IsDigit(char c) => c is '十' or '百' or '千' || Numerals.Contains(c);

    /// <summary>Reads a number at <paramref name="i"/> and moves behind it; -1 if there is none.</summary>
    public static int Read(string text, ref int i)
    {
        var start = i;
        var total = 0;
        var current = 0;
        while (i < text.Length && i - start < 9)
        {
            var c = text[i];
            var digit = char.IsAsciiDigit(c) ? c - '0' : Numerals.IndexOf(c);
            if (digit >= 0)
            {
                current = (current * 10) + digit;
            }
            else if (c is '十' or '百' or '千')
            {
                total += Math.Max(1, current) * (c == '十' ? 10 : c == '百' ? 100 : 1000);
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
