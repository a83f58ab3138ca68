using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Bot.Briefings.Text;

/// <summary>
/// The form in which words are compared: width folded (NFKC for characters with a compatible form), lower case. Preserves length wherever
/// possible, so that positions in the folded text are positions in the original.
/// </summary>
public static class Folding
{
    /// <summary>Characters of most texts.</summary>
    private const int Short = 256;

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

        Span<char> folded = text.Length <= Short ? stackalloc char[Short] : new char[text.Length];
        text.AsSpan(0, first).CopyTo(folded);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (c > '\u2000' && !IsCommon(c) && NeedsNormalization(c))
            {
                return FoldCompatible(text);
            }

            folded[i] = Simple(c);
        }

        return new string(folded[..text.Length]);
    }

    /// <summary>Character by character, so that whatever needs no normalization keeps its position.</summary>
    private static string FoldCompatible(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
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

    /// <summary>One character, for characters whose folded form is a single one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Simple(char c) => c is >= 'a' and <= 'z' || IsCommon(c) ? c : Fold(c);

    /// <summary>Kana, kanji and hangul, of which most Japanese, Chinese and Korean text consists, are folded already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsCommon(char c) => c is (>= '\u3041' and <= '\u31FF') or (>= '\u3400' and <= '\u9FFF') || IsHangulSyllable(c);

    private static bool IsHangulSyllable(char c) => c is >= '\uAC00' and <= '\uD7A3';

    /// <summary>Blocks without letters of two cases: punctuation, currencies, arrows, signs, emoji. Asking ICU for each is slow.</summary>
    private static bool IsCaseless(char c) =>
        c
            is (>= '\u2000' and <= '\u20FF')
                or (>= '\u2190' and <= '\u2426')
                or (>= '\u2500' and <= '\u2BFF')
                or (>= '\uD800' and <= '\uFAFF');

    private static char Fold(char c) =>
        c switch
        {
            >= 'A' and <= 'Z' => (char)(c | 0x20),
            <= '\u007F' => c,
            '\u00A0' or '\u3000' or '\u2007' or '\u202F' or '\u2009' or '\u2002' or '\u2003' => ' ',
            >= '！' and <= '～' => char.ToLowerInvariant((char)(c - 0xFEE0)),
            '〜' => '~',
            '￥' => '¥',
            '￡' => '£',
            '￦' => '₩',
            '￠' => '¢',
            >= '\u3000' and <= '\u9FFF' => c,
            _ when IsCaseless(c) => c,
            _ => char.ToLowerInvariant(c),
        };

    public static bool IsJapanese(char c) =>
        c
            is >= '\u3041'
                and <= '\u30FF'
                or >= '\u4E00'
                and <= '\u9FFF'
                or >= '\u3400'
                and <= '\u4DBF'
                or '々'
                or >= '\uFF66'
                and <= '\uFF9F';

    public static bool HasJapanese(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (IsJapanese(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Kana, kanji, and punctuation and forms of their width: text without spaces between words.</summary>
    public static bool IsWide(char c) => IsJapanese(c) || c is >= '\u3001' and <= '\u3030' or >= '\uFF01' and <= '\uFF60';

    public static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF' or >= '\u3131' and <= '\u318E';

    public static bool IsHiragana(char c) => c is >= '\u3041' and <= '\u309F';

    public static bool IsKatakana(char c) => c is >= '\u30A1' and <= '\u30FF' or >= '\uFF66' and <= '\uFF9F';

    public static bool IsKanji(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '々';

    /// <summary>Zero-width, bidi control and other invisible characters, except emoji selectors.</summary>
    public static char[] InvisibleCharacters { get; } =
    ['\u00AD', '\u061C', '\u180E', '\uFEFF', .. Range('\u200B', '\u200F'), .. Range('\u202A', '\u202E'), .. Range('\u2060', '\u206F')];

    public static bool IsInvisible(char c) => c >= '\u00AD' && Array.IndexOf(InvisibleCharacters, c) >= 0;

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);

    private static bool Changes(char c) =>
        c is (>= 'A' and <= 'Z') or '〜'
        || (c > '\u007F' && (c < '\u3001' || c > '\u9FFF') && (Simple(c) != c || NeedsNormalization(c)))
        || c is >= '\u3200' and <= '\u33FF';

    private static bool NeedsNormalization(char c) =>
        c
            is (>= '\uFF61' and <= '\uFF9F')
                or (>= '\u3200' and <= '\u33FF')
                or (>= '\u2460' and <= '\u24FF')
                or (>= '\u2100' and <= '\u218F')
                or (>= '\uFB00' and <= '\uFB06')
                or (>= '\u2070' and <= '\u209F')
        || (c is >= '\uF900' and <= '\uFAFF' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter);
}
