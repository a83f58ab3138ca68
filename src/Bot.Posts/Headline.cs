using System.Text.RegularExpressions;
using Bot.Chat;

namespace Bot.Posts;

/// <summary>
/// The news in a title (messages.md, rule 1): what follows the date and its colon. Dates may be Japanese, English or ISO,
/// full width or in brackets; a dash or a bar may replace the colon. Any other title is the headline as a whole.
/// </summary>
public static class Headline
{
    private static readonly Texts Japanese = Texts.In(Locale.Japanese);
    private static readonly Texts English = Texts.In(Locale.English);

    // Not source-generated, because the words in dates come from the resource files.
    private static readonly Regex Divider = new($$"""
        (?: {{Japanese["TitleDate"]}} | {{English["TitleDate"]}} | \d{4}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2} )
        (?: \s*[(\[【〔] (?:{{Japanese["TitleWeekday"]}}|{{English["TitleWeekday"]}}) [)\]】〕] )?
        (?: \s*[\])】〕」』] \s* (?: [:|│｜] | [─―—–‐-]+ )?                  # a bracketed date needs no colon
          | \s*(?:{{Japanese["TitleIssue"]}}|{{English["TitleIssue"]}})?\s* (?: : | \s[|│｜]\s? | [─―—–]+ | \s-+\s ) )
        \s*
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public static string Of(string title)
    {
        // Match full width like half width; both are one code unit, so offsets stay valid.
        var narrow = string.Create(title.Length, title, static (span, text) =>
        {
            for (var at = 0; at < text.Length; at++)
            {
                span[at] = text[at] is >= '！' and <= '～' ? (char)(text[at] - 0xFEE0) : text[at] == '　' ? ' ' : text[at];
            }
        });
        var match = Divider.Match(narrow);
        return match.Success && title[(match.Index + match.Length)..].Trim() is { Length: > 0 } rest ? rest : title.Trim();
    }
}
