using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Briefings.Model;

namespace Bot.Archive.Saving;

/// <summary>Prepares text for storing, hashing and comparing.</summary>
internal static class StoredText
{
    /// <summary>Longest key, in UTF-16 code units: PostgreSQL refuses index entries above about 2,700 bytes.</summary>
    internal const int MaxKey = 160;

    /// <summary>
    /// The text with NUL and lone surrogates replaced by U+FFFD: PostgreSQL stores neither, and CommonMark (2.3) replaces
    /// NUL in the same way. Almost always returns the same string.
    /// </summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Lone surrogates are already enumerated as U+FFFD.
            clean.Append(rune.Value == 0 ? "\uFFFD" : rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>Lower-case hex SHA-256 of the text's UTF-8 bytes.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// NFKC, lower case, letters and digits only: texts that differ only in width, case, spaces or punctuation become
    /// equal.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Clean(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes())
        {
            if (
                Rune.IsLetterOrDigit(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierLetter
            )
            {
                folded.Append(rune.ToString());
            }
        }

        return folded.ToString();
    }

    /// <summary>The key under which a company is stored and looked up, whatever its name contains.</summary>
    public static string CompanyKey(string name) => Bound(CompanyName.Key(Clean(name)));

    /// <summary>The key itself or, if too long, its beginning and the hash of the whole.</summary>
    public static string Bound(string key)
    {
        key = Clean(key);
        return key.Length <= MaxKey ? key : Clean(key[..(MaxKey - 18)] + "~" + Hash(key)[..16]);
    }

    private static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0')
            {
                return false;
            }

            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }
}
