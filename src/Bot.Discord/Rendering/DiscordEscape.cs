using System.Buffers;
using System.Text;

namespace Bot.Discord.Rendering;

/// <summary>
/// An author's words escaped for Discord's Markdown: a backslash before everything that could become active (emphasis, code, links,
/// mentions, emoji, addresses that would be linked automatically). For marks that act only at the start of a line, see
/// <see cref="LineStart"/>.
/// </summary>
internal static class DiscordEscape
{
    // Emphasis, code, spoilers, links, <@mention> and the like, @everyone.
    // https://discord.com/developers/docs/reference#message-formatting
    private const string Marks = "\\*_~`|[]<@";
    private const char Unreadable = '\uFFFD';

    private static readonly SearchValues<char> Special = SearchValues.Create([
        .. Marks,
        ':',
        .. Enumerable.Range(0, 0x20).Select(c => (char)c),
        .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c),
    ]);

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "+-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
    );

    private static readonly string[] Schemes = ["http", "https", "steam", "discord"];

    public static void Append(StringBuilder to, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is >= 0 and var at)
        {
            to.Append(text[..at]);
            var letter = text[at];
            var taken = 1;
            switch (letter)
            {
                case ':':
                    if (((at + 1 == text.Length || text[at + 1] == '/') && EndsWithScheme(to)) || MayNameEmoji(text[(at + 1)..]))
                    {
                        to.Append('\\');
                    }

                    to.Append(':');
                    break;
                case < ' ':
                    // Only the tree breaks lines, never a text.
                    to.Append(letter is '\n' or '\t' ? " " : "");
                    break;
                case >= '\uD800' when char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]):
                    to.Append(letter).Append(text[at + 1]);
                    taken = 2;
                    break;
                case >= '\uD800':
                    to.Append(Unreadable);
                    break;
                default:
                    to.Append('\\').Append(letter);
                    break;
            }

            text = text[(at + taken)..];
        }

        to.Append(text);
    }

    /// <summary>
    /// Where a finished line needs a backslash so that it is not a heading, small line, quote or list item; -1 if nowhere.
    /// </summary>
    /// <param name="from">Where the line's text begins, after what the renderer itself put there.</param>
    public static int LineStart(StringBuilder text, int from)
    {
        if (from >= text.Length)
        {
            return -1;
        }

        switch (text[from])
        {
            case '>' or '#' or '+':
                return from;
            case '-':
                return from + 1 == text.Length || text[from + 1] is '#' || char.IsWhiteSpace(text[from + 1]) ? from : -1;
            case >= '0' and <= '9':
                var at = from;
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                {
                    at++;
                }

                return at < text.Length && text[at] == '.' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])) ? at : -1;
            default:
                return -1;
        }
    }

    /// <summary>
    /// Whether what follows a colon is a name up to another one, as in <c>:100:</c>; or may become one with the next text.
    /// </summary>
    private static bool MayNameEmoji(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExcept(NameCharacters) switch
        {
            0 => false,
            < 0 => text.Length > 0,
            var end => text[end] == ':',
        };

    private static bool EndsWithScheme(StringBuilder text)
    {
        foreach (var scheme in Schemes)
        {
            var from = text.Length - scheme.Length;
            var at = 0;
            while (from >= 0 && at < scheme.Length && char.ToLowerInvariant(text[from + at]) == scheme[at])
            {
                at++;
            }

            if (at == scheme.Length)
            {
                return true;
            }
        }

        return false;
    }
}
