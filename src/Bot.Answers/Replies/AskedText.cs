using System.Globalization;
using System.Text;

namespace Bot.Answers.Replies;

/// <summary>Cleans typed text for look-ups and for showing it back. Never throws, whatever was typed.</summary>
public static class AskedText
{
    /// <summary>Longest text shown back, in grapheme clusters.</summary>
    public const int MaxShown = 40;

    /// <summary>Longest text that is read, in UTF-16 code units; the rest is dropped.</summary>
    private const int MaxRead = 2000;

    /// <summary>
    /// One line in NFKC: controls, line breaks, invisible and unpaired characters dropped or turned into single spaces.
    /// </summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder();
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, MaxRead)).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.SpaceSeparator:
                    clean.Append(' ');
                    break;
                case UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned:
                    break;
                default:
                    clean.Append(rune.ToString());
                    break;
            }
        }

        var words = clean.ToString().Normalize(NormalizationForm.FormKC).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words);
    }

    /// <summary>Most names and lines: printable ASCII with single spaces between words, which stays as it is.</summary>
    private static bool IsClean(string text) =>
        text.Length <= MaxRead
        && !text.AsSpan().ContainsAnyExceptInRange(' ', '~')
        && !text.StartsWith(' ')
        && !text.EndsWith(' ')
        && !text.Contains("  ", StringComparison.Ordinal);

    /// <summary>The cleaned text, cut after <see cref="MaxShown"/> grapheme clusters with an ellipsis.</summary>
    public static string Shown(string text)
    {
        var clean = Clean(text);
        var clusters = StringInfo.GetTextElementEnumerator(clean);
        for (var count = 0; clusters.MoveNext(); count++)
        {
            if (count == MaxShown)
            {
                return clean[..clusters.ElementIndex].TrimEnd() + "…";
            }
        }

        return clean;
    }
}
