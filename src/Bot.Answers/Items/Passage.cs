using Bot.Chat.Text;

namespace Bot.Answers.Items;

/// <summary>The sentence around a hit, or as much of it as fits a line or three.</summary>
internal static class Passage
{
    /// <summary>In UTF-16 code units.</summary>
    private const int Longest = 120;

    /// <summary>What stands before the hit if the sentence is cut.</summary>
    private const int Before = 30;

    public static string Of(string text, int start, int length)
    {
        var ends = Sentences.Ends(text);
        var from = ends.Where(end => end <= start).DefaultIfEmpty(0).Max();
        var to = ends.Where(end => end >= start + length).DefaultIfEmpty(text.Length).Min();
        // A heading's line and a table's cell end what they say, too.
        from = Math.Max(from, start == 0 ? 0 : text.AsSpan(0, start).LastIndexOfAny('\n', '|') + 1);
        to = text.AsSpan(start + length).IndexOfAny('\n', '|') is >= 0 and var mark ? Math.Min(to, start + length + mark) : to;
        if (start - from > Longest - Before)
        {
            from = Boundary(text, start - Before);
            return "…" + Graphemes.Cut(text[from..to].Trim(), Longest);
        }

        return Graphemes.Cut(text[from..to].Trim(), Longest);
    }

    /// <summary>The next place at which a text may be cut.</summary>
    private static int Boundary(string text, int at)
    {
        foreach (var end in System.Globalization.StringInfo.ParseCombiningCharacters(text))
        {
            if (end >= at)
            {
                return end;
            }
        }

        return text.Length;
    }
}
