using Bot.Chat.Trees;

namespace Bot.Posts.Bodies;

/// <summary>Finds known words at the start of a flat text.</summary>
internal static class Opening
{
    /// <summary>
    /// Offset behind the words with which the text opens, however it is spaced and whatever marks or emoji stand before;
    /// -1 if it does not open so.
    /// </summary>
    public static int EndOf(string text, string words)
    {
        var wanted = words.Where(c => !char.IsWhiteSpace(c)).ToList();
        var at = 0;
        while (at < text.Length && wanted.Count > 0 && text[at] != wanted[0] && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        foreach (var c in wanted)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == FlatText.Citation))
            {
                at++;
            }

            if (at >= text.Length || text[at] != c)
            {
                return -1;
            }

            at++;
        }

        return wanted.Count == 0 ? -1 : at;
    }

    /// <summary>
    /// Offset behind the mark (colon, dash or bar with the blanks around it) that parts an opening from what follows;
    /// the offset itself if there is none.
    /// </summary>
    public static int SkipDivider(string text, int at)
    {
        var mark = SkipBlanks(text, at);
        if (mark < text.Length && text[mark] is ':' or '：' or '|' or '｜' or '─' or '―' or '—' or '–')
        {
            while (mark < text.Length && text[mark] is ':' or '：' or '|' or '｜' or '─' or '―' or '—' or '–')
            {
                mark++;
            }

            return SkipBlanks(text, mark);
        }

        return mark > at && mark + 1 < text.Length && text[mark] == '-' && char.IsWhiteSpace(text[mark + 1]) ? SkipBlanks(text, mark + 1) : at;
    }

    public static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
