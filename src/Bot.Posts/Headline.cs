using System.Text.RegularExpressions;

namespace Bot.Posts;

/// <summary>
/// The news in a title (messages.md, rule 1): what follows the date and its colon. Dates may be Japanese, English or
/// ISO, full width or in brackets; the colon may be a dash or a bar. A title that does not divide so is the headline itself.
/// </summary>
public static partial class Headline
{
    public static string Of(string title)
    {
        // Full width and half width are alike to the pattern; both are one code unit, so that offsets hold.
        var narrow = string.Create(title.Length, title, static (span, text) =>
        {
            for (var at = 0; at < text.Length; at++)
            {
                span[at] = text[at] is >= '！' and <= '～' ? (char)(text[at] - 0xFEE0) : text[at] == '　' ? ' ' : text[at];
            }
        });
        var match = Divider().Match(narrow);
        return match.Success && title[(match.Index + match.Length)..].Trim() is { Length: > 0 } rest ? rest : title.Trim();
    }

    [GeneratedRegex("""
        (?: (?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*日                                                    # 2026年1月6日
          | \d{4}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}                                                        # 2026-01-06
          | (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?
          | \d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:,?\s+\d{4})? )
        (?: \s*[(\[【〔] (?:[月火水木金土日](?:曜日?)?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?) [)\]】〕] )?    # (火)
        (?: \s*[\])】〕」』] \s* (?: [:|│｜] | [─―—–‐-]+ )?                                                      # a bracketed date needs no colon
          | \s*[号版]?\s* (?: : | \s[|│｜]\s? | [─―—–]+ | \s-+\s ) )
        \s*
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Divider();
}
