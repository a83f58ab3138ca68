using System.Globalization;
using System.Text;

namespace Bot.Archive.Search;

/// <summary>
/// Takes a text apart for search, the same way for what is stored and for what is asked: words of letters and digits; kana, kanji and
/// hangul character by character, because nothing in the text says where their words end. Width and case do not matter.
/// </summary>
public static class SearchAtoms
{
    /// <summary>Longer words are not words; their beginning is enough to find them. In UTF-16 code units.</summary>
    private const int LongestWord = 64;

    public static IReadOnlyList<SearchAtom> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var atoms = new List<SearchAtom>(text.Length / 3);
        var word = new StringBuilder();
        var begin = 0;
        for (var at = 0; at < text.Length; )
        {
            var length = LengthAt(text, at);
            var isOpen = false;
            foreach (var rune in Normalized(text, at, length).EnumerateRunes())
            {
                if (IsCharacter(rune))
                {
                    Close(at);
                    atoms.Add(new SearchAtom(rune.ToString(), at, length, IsCharacter: true));
                }
                else if (Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune))
                {
                    begin = word.Length == 0 ? at : begin;
                    word.Append(rune.ToString());
                    isOpen = true;
                }
            }

            if (!isOpen)
            {
                Close(at);
            }

            at += length;
        }

        Close(text.Length);
        return atoms;

        void Close(int end)
        {
            if (word.Length > 0)
            {
                var whole = word.ToString(0, Math.Min(word.Length, LongestWord));
                atoms.Add(new SearchAtom(char.IsHighSurrogate(whole[^1]) ? whole[..^1] : whole, begin, end - begin, IsCharacter: false));
                word.Clear();
            }
        }
    }

    /// <summary>
    /// The tokens under which the atoms are stored, each once: words and characters, and every two characters that stand together.
    /// </summary>
    public static IReadOnlyCollection<string> Tokens(IReadOnlyList<SearchAtom> atoms)
    {
        ArgumentNullException.ThrowIfNull(atoms);
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < atoms.Count; i++)
        {
            tokens.Add(atoms[i].Text);
            if (i > 0 && ArePair(atoms[i - 1], atoms[i]))
            {
                tokens.Add(atoms[i - 1].Text + atoms[i].Text);
            }
        }

        return tokens;
    }

    /// <summary>The fewest tokens that a text with these atoms in a row must have.</summary>
    public static IReadOnlyCollection<string> NeededTokens(IReadOnlyList<SearchAtom> atoms)
    {
        ArgumentNullException.ThrowIfNull(atoms);
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < atoms.Count; i++)
        {
            var isInPair = i + 1 < atoms.Count && ArePair(atoms[i], atoms[i + 1]);
            if (isInPair)
            {
                tokens.Add(atoms[i].Text + atoms[i + 1].Text);
            }
            else if (i == 0 || !ArePair(atoms[i - 1], atoms[i]))
            {
                tokens.Add(atoms[i].Text);
            }
        }

        return tokens;
    }

    /// <summary>Two characters without anything between them.</summary>
    internal static bool ArePair(SearchAtom one, SearchAtom next) =>
        one.IsCharacter && next.IsCharacter && one.Start + one.Length == next.Start;

    private static int LengthAt(string text, int at)
    {
        var length = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        // Half-width kana carry their voicing as a character of its own.
        return at + length < text.Length && text[at + length] is '\uFF9E' or '\uFF9F' ? length + 1 : length;
    }

    private static string Normalized(string text, int at, int length)
    {
        var c = text[at];
        if (length == 1 && c < '\u0080')
        {
            return char.ToLowerInvariant(c).ToString();
        }

        if (length == 1 && c is >= '\u3041' and <= '\u3096' or >= '\u30A1' and <= '\u30FE' or >= '\u4E00' and <= '\u9FFF')
        {
            return c.ToString();
        }

        var isPair = at + 1 < text.Length && char.IsSurrogatePair(c, text[at + 1]);
        return char.IsSurrogate(c) && !isPair ? " " : text.Substring(at, length).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }

    private static bool IsCharacter(Rune rune) =>
        rune.Value
            is (>= 0x3041 and <= 0x3096)
                or (>= 0x309D and <= 0x309F)
                or (>= 0x30A1 and <= 0x30FA)
                or (>= 0x30FC and <= 0x30FF)
                or 0x3005
                or 0x3007
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xAC00 and <= 0xD7A3)
        || (
            rune.Value is >= 0x20000 and <= 0x3FFFF or >= 0xF900 and <= 0xFAFF
            && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter
        );
}
