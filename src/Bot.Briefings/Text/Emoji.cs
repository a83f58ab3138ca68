using System.Globalization;
using System.Text;

namespace Bot.Briefings.Text;

/// <summary>Knows the characters that hold an emoji sequence together.</summary>
public static class Emoji
{
    /// <summary>The joiner at <paramref name="at"/> stands between two emoji.</summary>
    public static bool JoinsAt(ReadOnlySpan<char> text, int at) =>
        Rune.DecodeLastFromUtf16(text[..at], out var before, out _) == System.Buffers.OperationStatus.Done && IsPart(before)
        && Rune.DecodeFromUtf16(text[(at + 1)..], out var after, out _) == System.Buffers.OperationStatus.Done && IsPart(after);

    /// <summary>A pictograph, a skin tone, a selector.</summary>
    public static bool IsPart(Rune rune) => rune.Value is 0xFE0F or 0x20E3
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;
}
