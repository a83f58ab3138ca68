using System.Globalization;
using System.Text;

namespace Bot.Briefings.Text;

/// <summary>
/// The form in which words are compared: width folded (NFKC where a character has a compatible form), lower case.
/// Length is kept wherever that is possible, so that positions in the folded text are positions in the original.
/// </summary>
public static class Folding
{
    public static string Fold(string text)
    {
        var first = 0;
        while (first < text.Length && !Changes(text[first]))
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        folded.Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (NeedsNormalization(c))
            {
                folded.Append(c.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant());
            }
            else
            {
                folded.Append(Simple(c));
            }
        }

        return folded.ToString();
    }

    /// <summary>One character, for those whose folded form is one character.</summary>
    public static char Simple(char c) => c switch
    {
        <= '\u007F' => char.ToLowerInvariant(c),
        '\u00A0' or '\u3000' or '\u2007' or '\u202F' or '\u2009' or '\u2002' or '\u2003' => ' ',
        >= '！' and <= '～' => char.ToLowerInvariant((char)(c - 0xFEE0)),
        '〜' => '~',
        '￥' => '¥',
        '￡' => '£',
        '￦' => '₩',
        '￠' => '¢',
        >= '\u3000' and <= '\u9FFF' => c,
        _ => char.ToLowerInvariant(c),
    };

    public static bool IsJapanese(char c) => c is >= '\u3041' and <= '\u30FF' or >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '々' or >= '\uFF66' and <= '\uFF9F';

    public static bool IsHiragana(char c) => c is >= '\u3041' and <= '\u309F';

    public static bool IsKatakana(char c) => c is >= '\u30A1' and <= '\u30FF' or >= '\uFF66' and <= '\uFF9F';

    public static bool IsKanji(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '々';

    /// <summary>Zero-width, bidi control and other characters that leave no mark, except emoji selectors.</summary>
    public static bool IsInvisible(char c) => c is '\u00AD' or '\u061C' or '\u180E' or '\uFEFF'
        or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F');

    private static bool Changes(char c) => c is (>= 'A' and <= 'Z') or '〜' || (c > '\u007F' && (c < '\u3001' || c > '\u9FFF') && (Simple(c) != c || NeedsNormalization(c)))
        || c is >= '\u3200' and <= '\u33FF';

    private static bool NeedsNormalization(char c) => c is (>= '\uFF61' and <= '\uFF9F') or (>= '\u3200' and <= '\u33FF')
        or (>= '\u2460' and <= '\u24FF') or (>= '\u2100' and <= '\u218F') or (>= '\uFB00' and <= '\uFB06') or (>= '\u2070' and <= '\u209F')
        || (c is >= '\uF900' and <= '\uFAFF' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter);
}
