namespace Bot.Chat.Text;

/// <summary>Handles the emoji an author puts before a heading.</summary>
public static class HeadingEmoji
{
    /// <summary>Splits a heading into its leading emoji (empty if none) and its words.</summary>
    public static (string Emoji, string Words) Split(string heading)
    {
        var first = Graphemes.Of(heading).FirstOrDefault() ?? "";
        return first.Length > 0 && IsEmoji(first) && heading[first.Length..].Trim() is { Length: > 0 } words
            ? (first, words)
            : ("", heading.Trim());
    }

    private static bool IsEmoji(string grapheme) =>
        grapheme.Contains('\uFE0F', StringComparison.Ordinal)
        || grapheme.EnumerateRunes().First().Value
            is (>= 0x1F000 and <= 0x1FAFF)
                or (>= 0x2600 and <= 0x27BF)
                or (>= 0x2B00 and <= 0x2BFF)
                or (>= 0x2300 and <= 0x23FF);
}
