namespace Bot.Briefings.Text;

/// <summary>Classifies an inline HTML tag by its source.</summary>
public static class HtmlTag
{
    public static bool IsBreak(string tag) => Name(tag) == "br";

    /// <summary>An element that occupies lines of its own.</summary>
    public static bool IsBlock(string tag) =>
        Name(tag)
            is "p"
                or "div"
                or "details"
                or "summary"
                or "li"
                or "ul"
                or "ol"
                or "tr"
                or "td"
                or "th"
                or "table"
                or "h1"
                or "h2"
                or "h3"
                or "h4"
                or "h5"
                or "h6"
                or "blockquote"
                or "section"
                or "center";

    public static bool IsComment(string tag) => tag.StartsWith("<!--", StringComparison.Ordinal);

    public static bool Closes(string tag) => tag.StartsWith("</", StringComparison.Ordinal);

    /// <summary>Slack's &lt;!channel&gt;, &lt;!here&gt;, &lt;!subteam^…&gt;, which HTML takes for a declaration.</summary>
    public static bool IsMention(string tag) => tag.Length > 3 && tag[1] == '!' && char.IsAsciiLetterLower(tag[2]);

    /// <summary>Element name in lower case; empty for a comment or declaration.</summary>
    public static string Name(string tag)
    {
        var start = Closes(tag) ? 2 : 1;
        var end = start;
        while (end < tag.Length && char.IsAsciiLetterOrDigit(tag[end]))
        {
            end++;
        }

        return start >= end ? "" : tag[start..end].ToLowerInvariant();
    }
}
