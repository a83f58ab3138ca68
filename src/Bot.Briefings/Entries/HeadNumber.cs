namespace Bot.Briefings.Entries;

/// <summary>The number with which an author counts entries: 1. 2) (3) ④ 5️⃣ #6 No.7 一、</summary>
internal static class HeadNumber
{
    private const int MostDigits = 3;

    /// <summary>
    /// Index after the number and the spaces that follow it, from <paramref name="start"/> on; <paramref name="start"/> if there is none.
    /// </summary>
    public static int Skip(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '\uFE0F'))
        {
            at++;
        }

        if (at < text.Length && text[at] is (>= '\u2460' and <= '\u249B') or (>= '\u24F5' and <= '\u24FE') or (>= '\u2776' and <= '\u2793'))
        {
            return Spaces(text, at + 1);
        }

        var bracket = at < text.Length && text[at] is '(' or '（' or '[';
        var marked = at < text.Length && text[at] is '#' or '＃';
        at += bracket || marked ? 1 : 0;
        if (!bracket && !marked && at + 3 < text.Length && text[at] is 'N' && text[at + 1] is 'o' && text[at + 2] is '.')
        {
            marked = true;
            at += 3;
        }

        var digits = at;
        while (at < text.Length && at - digits < MostDigits && (char.IsAsciiDigit(text[at]) || text[at] is >= '０' and <= '９'))
        {
            at++;
        }

        if (at == digits)
        {
            return start;
        }

        // A keycap digit: 3️⃣
        if (at + 1 < text.Length && text[at] == '\uFE0F' && text[at + 1] == '\u20E3')
        {
            return Spaces(text, at + 2);
        }

        if (bracket)
        {
            return at < text.Length && text[at] is ')' or '）' or ']' ? Spaces(text, at + 1) : start;
        }

        if (at >= text.Length)
        {
            return start;
        }

        return text[at] switch
        {
            '.' or ')' or '）' or '．' when at + 1 == text.Length || !char.IsAsciiDigit(text[at + 1]) => Spaces(text, at + 1),
            // 10:30 is a time.
            ':' or '：' when at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) => start,
            '、' or ':' or '：' when !marked && at - digits <= 2 => Spaces(text, at + 1),
            ' ' or ':' or '：' or '\u3000' when marked => Spaces(text, at + 1),
            _ => start,
        };
    }

    private static int Spaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '\uFE0F'))
        {
            at++;
        }

        return at;
    }
}
