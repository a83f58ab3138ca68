using Bot.Chat.Trees;

namespace Bot.Posts.Bodies;

/// <summary>Finds known words at the start of a plain text.</summary>
internal static class Opening
{
    /// <summary>
    /// Offset after the given words if the text starts with them, ignoring spacing and any leading marks or emoji;
    /// otherwise -1.
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
    /// Offset after the divider (a colon, dash or bar with its surrounding spaces) between an opening and what follows;
    /// the same offset if there is none.
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

        return mark > at && mark + 1 < text.Length && text[mark] == '-' && char.IsWhiteSpace(text[mark + 1])
            ? SkipBlanks(text, mark + 1)
            : at;
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
