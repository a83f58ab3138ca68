using System.Globalization;
using System.Text;

namespace Bot.Briefings.Model;

/// <summary>Decides when two spellings are the same company.</summary>
public static class CompanyName
{
    private const string Openers = "(（[［【〔「『";

    /// <summary>
    /// The key under which a company is stored: NFKC, case folded, without bracketed note, emphasis marks, spaces
    /// and punctuation, so that ｘＡＩ, xAI and **xAI**（Grok） share <c>xai</c>. Empty if the name has no letter or digit.
    /// </summary>
    public static string Key(string name)
    {
        if (Ascii.IsValid(name))
        {
            return AsciiKey(name);
        }

        var text = IsComposed(name) ? name : Text.Surrogates.ReplaceLone(name).Normalize(NormalizationForm.FormKC);
        text = text.ToLowerInvariant();
        var key = new StringBuilder(text.Length);
        Span<char> letter = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (key.Length > 0 && rune.IsBmp && Openers.Contains((char)rune.Value))
            {
                break;
            }

            if (
                Rune.IsLetterOrDigit(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierLetter
            )
            {
                key.Append(letter[..rune.EncodeToUtf16(letter)]);
            }
            else if (rune.Value is '&' or '+')
            {
                // Cedar & Pike and Cedar Pike are different names; so are Claude and Claude+.
                key.Append((char)rune.Value);
            }
        }

        return key.ToString();
    }

    /// <summary>Whether two spellings are the same company.</summary>
    internal static bool AreSame(string one, string other) => Key(one) == Key(other);

    /// <summary>Whether there are only ASCII, kana and common kanji, which normalization leaves as they are.</summary>
    private static bool IsComposed(string name)
    {
        foreach (var c in name)
        {
            if (c is not (<= '\u007E' or (>= '\u3041' and <= '\u3094') or (>= '\u30A1' and <= '\u30FE') or (>= '\u4E00' and <= '\u9FFF')))
            {
                return false;
            }
        }

        return true;
    }

    private static string AsciiKey(string name)
    {
        Span<char> key = name.Length <= 128 ? stackalloc char[name.Length] : new char[name.Length];
        var length = 0;
        foreach (var c in name)
        {
            if (length > 0 && c is '(' or '[')
            {
                break;
            }

            if (char.IsAsciiLetterOrDigit(c) || c is '&' or '+')
            {
                key[length++] = char.ToLowerInvariant(c);
            }
        }

        return new string(key[..length]);
    }

    /// <summary>Whether a text names a company as written, and not within another Latin word: Apollo is not in Apollonia.</summary>
    public static bool StandsIn(string text, string company)
    {
        if (company.Length == 0)
        {
            return false;
        }

        for (
            var at = text.IndexOf(company, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(company, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var end = at + company.Length;
            if (!(at > 0 && IsOneWord(text[at - 1], company[0])) && !(end < text.Length && IsOneWord(company[^1], text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneWord(char left, char right) => char.IsAsciiLetterOrDigit(left) && char.IsAsciiLetterOrDigit(right);
}
