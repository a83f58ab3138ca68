using System.Text;

namespace Bot.Emulators.Slack.Text;

/// <summary>
/// Renders mrkdwn as displayed, in plain text. A mark counts only with a space or punctuation on its outer sides: text
/// without spaces, such as Japanese, keeps its asterisks.
/// </summary>
public static class MrkdwnText
{
    private const string Marks = "*_~`";

    public static string Plain(string mrkdwn)
    {
        var plain = new StringBuilder(mrkdwn.Length);
        for (var at = 0; at < mrkdwn.Length; at++)
        {
            var sign = mrkdwn[at];
            if (sign == '<' && mrkdwn.IndexOf('>', at) is > 0 and var end)
            {
                plain.Append(Token(mrkdwn[(at + 1)..end]));
                at = end;
            }
            else if (Marks.Contains(sign) && Closing(mrkdwn, at) is { } close)
            {
                plain.Append(Plain(mrkdwn[(at + 1)..close]));
                at = close;
            }
            else
            {
                plain.Append(sign);
            }
        }

        return plain.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").ToString();
    }

    private static int? Closing(string text, int open)
    {
        if (!IsEdge(text, open - 1) || open + 1 >= text.Length || char.IsWhiteSpace(text[open + 1]) || text[open + 1] == text[open])
        {
            return null;
        }

        for (var at = open + 2; at < text.Length && text[at] != '\n'; at++)
        {
            if (text[at] == text[open] && !char.IsWhiteSpace(text[at - 1]) && IsEdge(text, at + 1))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>True for the start or end, white space, or ASCII punctuation.</summary>
    private static bool IsEdge(string text, int at) =>
        at < 0 || at >= text.Length || char.IsWhiteSpace(text[at]) || (char.IsAscii(text[at]) && !char.IsAsciiLetterOrDigit(text[at]));

    private static string Token(string inside) =>
        inside.Split('|', 2) switch
        {
            [_, var label] => label,
            _ => inside is ['@' or '#' or '!', ..] ? "<" + inside + ">" : inside,
        };
}
