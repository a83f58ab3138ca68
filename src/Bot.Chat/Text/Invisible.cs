using System.Buffers;
using System.Text;

namespace Bot.Chat.Text;

/// <summary>Drops invisible characters, which can reorder or forge what is shown.</summary>
public static class Invisible
{
    /// <summary>Everything that may be dropped, with emoji tags by their high surrogate; most texts contain none.</summary>
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        Enumerable
            .Range(0, char.MaxValue + 1)
            .Where(c => c == 0xDB40 || (!char.IsSurrogate((char)c) && !Stays(new Rune(c), default)))
            .Select(c => (char)c)
            .ToArray()
    );

    /// <summary>Whether <see cref="Drop"/> may change the text.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text) => text.ContainsAny(Suspects);

    /// <summary>The text without control, zero-width and bidirectional control characters; joiners and tags inside emoji stay.</summary>
    public static string Drop(string text)
    {
        if (!MayBeIn(text))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        var last = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Stays(rune, last))
            {
                kept.Append(rune.ToString());
                last = rune;
            }
        }

        return kept.Length == text.Length ? text : kept.ToString();
    }

    private static bool Stays(Rune rune, Rune last) =>
        rune.Value switch
        {
            '\t' or '\n' => true,
            < ' ' or (>= 0x7F and <= 0x9F) => false,
            0x200D => IsEmoji(last),
            0x00AD or 0x061C or 0x180E or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) => false,
            (>= 0x2060 and <= 0x206F) or 0xFEFF or (>= 0xFFF9 and <= 0xFFFC) => false,
            >= 0xE0000 and <= 0xE007F => last.Value is 0x1F3F4 or (>= 0xE0000 and <= 0xE007F),
            _ => true,
        };

    private static bool IsEmoji(Rune rune) => rune.Value is 0xFE0F or (>= 0x2190 and <= 0x2BFF) or (>= 0x1F000 and <= 0x1FAFF);
}
