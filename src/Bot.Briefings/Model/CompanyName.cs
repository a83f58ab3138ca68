using System.Globalization;
using System.Text;

namespace Bot.Briefings.Model;

/// <summary>Decides when two spellings are one company.</summary>
public static class CompanyName
{
    private const string Openers = "(（[［【〔「『";

    /// <summary>
    /// The key under which a company is stored: NFKC, case folded, without bracketed note, emphasis marks, spaces
    /// and punctuation, so that ｘＡＩ, xAI and **xAI**（Grok） share <c>xai</c>. Empty if the name has no letter or digit.
    /// </summary>
    public static string Key(string name)
    {
        var text = Text.Surrogates.ReplaceLone(name).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var key = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (key.Length > 0 && rune.IsBmp && Openers.Contains((char)rune.Value))
            {
                break;
            }

            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierLetter)
            {
                key.Append(rune.ToString());
            }
            else if (rune.Value is '&' or '+')
            {
                // Cedar & Pike and Cedar Pike are two names; so are Claude and Claude+.
                key.Append((char)rune.Value);
            }
        }

        return key.ToString();
    }
}
