using Bot.Chat;
using Bot.Chat.Text;

namespace Bot.Posts;

/// <summary>
/// Shortens one line (messages.md, rule 3). The cut ends in … and never falls inside 「」 or other brackets, a run of Latin,
/// katakana or digits, or between a figure and its unit.
/// </summary>
public static class HeadlineCut
{
    private const string Ellipsis = "…";
    private const string Openers = "「『（(【［[〔“〈《";
    private const string Closers = "」』）)】］]〕”〉》";
    private const string Trailing = "、，,・:：;； \u3000";

    private enum Run
    {
        Other,
        Latin,
        Katakana,
        Digits,
    }

    /// <summary>The text, or as much of it as fits with an ellipsis.</summary>
    /// <param name="text">One line of plain text.</param>
    /// <param name="columns">As <see cref="DisplayWidth"/> counts them: 36 are 18 full-width characters.</param>
    public static string Within(string text, int columns)
    {
        if (DisplayWidth.Of(text) <= columns)
        {
            return text;
        }

        var room = columns - DisplayWidth.Of(Ellipsis);
        int kept = 0,
            last = 0,
            width = 0,
            depth = 0,
            start = 0;
        foreach (var end in Graphemes.Boundaries(text))
        {
            width += DisplayWidth.Of(text[start..end]);
            if (width > room)
            {
                break;
            }

            depth = Math.Max(
                0,
                depth
                    + (
                        Openers.Contains(text[start], StringComparison.Ordinal) ? 1
                        : Closers.Contains(text[start], StringComparison.Ordinal) ? -1
                        : 0
                    )
            );
            last = end;
            start = end;
            if (depth == 0 && end < text.Length && MayCut(text, end))
            {
                kept = end;
            }
        }

        // A line that is one long word: there is no good place.
        return text[..(kept > 0 ? kept : last)].TrimEnd(Trailing.ToCharArray()) + Ellipsis;
    }

    private static bool MayCut(string text, int at)
    {
        var (left, right) = (RunOf(text[at - 1]), RunOf(text[at]));
        return !(left == right && left != Run.Other)
            && !(left == Run.Digits && right is Run.Latin or Run.Katakana)
            && !(left == Run.Latin && right == Run.Digits)
            // 9.5, 1,000, AT&T, GPT-5, node.js
            && !(
                left == Run.Other
                && right != Run.Other
                && at > 1
                && text[at - 1] is '.' or ',' or '&' or '-' or '\'' or '’' or '/'
                && RunOf(text[at - 2]) == right
            )
            && !(
                right == Run.Other
                && at + 1 < text.Length
                && text[at] is '.' or ',' or '&' or '-' or '\'' or '’' or '/'
                && RunOf(text[at + 1]) == left
                && left != Run.Other
            )
            // A sign before its figure, a unit behind it.
            && !(right == Run.Digits && FigureSigns.Contains(text[at - 1], StringComparison.Ordinal))
            && !IsWithinUnit(text, at);
    }

    /// <summary>Between a figure and the word behind it: 200億ドル, 3社, 10年ぶり, 30 percent.</summary>
    private static bool IsWithinUnit(string text, int at)
    {
        var from = at;
        while (
            from > 0
            && at - from < LongestUnit
            && RunOf(text[from - 1]) != Run.Digits
            && (char.IsLetter(text[from - 1]) || text[from - 1] is ' ' or '%')
        )
        {
            from--;
        }

        if (from == 0 || RunOf(text[from - 1]) != Run.Digits)
        {
            return false;
        }

        var unit = text[from..at].TrimStart();
        return unit.Length == 0
            ? (char.IsLetter(text[at]) && !IsParticle(text[at])) || text[at] is '%' or '％' or ' '
            : unit.All(c => Magnitudes.Contains(c, StringComparison.Ordinal));
    }

    private const int LongestUnit = 4;

    private static readonly string FigureSigns = string.Concat(Texts.In(Locale.Japanese).Words("FigureSigns"));
    private static readonly string Magnitudes = string.Concat(Texts.In(Locale.Japanese).Words("AmountUnits"));

    /// <summary>Hiragana behind a figure begins a particle and no unit, but for the counter つ.</summary>
    private static bool IsParticle(char c) => c is >= '\u3041' and <= '\u3096' && c != '\u3064';

    private static Run RunOf(char c) =>
        c switch
        {
            >= '0' and <= '9' or >= '０' and <= '９' => Run.Digits,
            >= '\u30A1' and <= '\u30FA' or >= '\u30FC' and <= '\u30FE' or >= '\uFF66' and <= '\uFF9F' => Run.Katakana,
            _ when char.IsLetter(c) && c < '\u0250' || c is >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' => Run.Latin,
            _ => Run.Other,
        };
}
