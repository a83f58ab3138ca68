using System.Globalization;
using System.Text;

namespace Bot.Briefings.Text;

/// <summary>Knows the characters that hold an emoji sequence together.</summary>
public static class Emoji
{
    /// <summary>Whether the joiner at <paramref name="at"/> is between two emoji.</summary>
    public static bool JoinsAt(ReadOnlySpan<char> text, int at) => JoinsAt(text[..at], text[(at + 1)..]);

    /// <summary>Whether a joiner between these two texts is between two emoji.</summary>
    public static bool JoinsAt(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        Rune.DecodeLastFromUtf16(before, out var left, out _) == System.Buffers.OperationStatus.Done
        && IsPart(left)
        && Rune.DecodeFromUtf16(after, out var right, out _) == System.Buffers.OperationStatus.Done
        && IsPart(right);

    /// <summary>A pictograph, a skin tone, a selector.</summary>
    public static bool IsPart(Rune rune) =>
        rune.Value is 0xFE0F or 0x20E3 || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;
}
