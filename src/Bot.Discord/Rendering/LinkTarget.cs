using System.Globalization;
using System.Text;
using Bot.Posts;

namespace Bot.Discord.Rendering;

/// <summary>Addresses in Discord's links: in angle brackets, so that no preview opens.</summary>
internal static class LinkTarget
{
    /// <summary>
    /// Appends the address with everything percent-encoded that would end the link or become active inside it. It leads to the same place.
    /// </summary>
    public static void Append(StringBuilder to, string url)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in url.EnumerateRunes())
        {
            if (Stays(rune))
            {
                to.Append(rune.ToString());
                continue;
            }

            var length = rune.EncodeToUtf8(bytes);
            foreach (var octet in bytes[..length])
            {
                to.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>
    /// Whether words may be a masked link. Discord prints one literally if its words look like an address
    /// (https://github.com/discord/discord-api-docs/issues/7721), and words that name one place must not lead to another (faults F2): the
    /// address is then shown as it is.
    /// </summary>
    public static bool MayMask(string words, string url) =>
        !words.Contains("://", StringComparison.Ordinal) && LinkLabel.OtherHost(words, url) is null;

    /// <summary>Discord only links to the web.</summary>
    public static bool CanBeFollowed(string url) => url.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    /// <summary>An address that cannot be linked, as people write it.</summary>
    public static string Shown(string url) => url[(url.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether the words are just the address.</summary>
    public static bool IsAddress(string words, string url) => string.Equals(Bare(words), Bare(url), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string address)
    {
        var at = address.IndexOf("://", StringComparison.Ordinal);
        return LinkLabel.WithoutWww(address[(at < 0 ? 0 : at + 3)..]).TrimEnd('/');
    }

    private static bool Stays(Rune rune) =>
        rune.IsAscii
            ? rune.Value is > ' ' and < 0x7F && !"<>()\\*|`~\"[]".Contains((char)rune.Value, StringComparison.Ordinal)
            : Rune.IsLetterOrDigit(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
