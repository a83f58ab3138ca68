namespace Bot.Chat.Text;

/// <summary>
/// Finds where sentences end, in Japanese and English. An end is 。！？ or a . ! ? before a space, outside brackets and
/// quotation marks, not after an abbreviation, an initial or a numeral that begins the sentence, and not before a
/// lower-case letter.
/// </summary>
public static class Sentences
{
    private const string Openers = "「『（(【［[“";
    private const string Closers = "」』）)】］]”";

    /// <summary>Deeper brackets are plain characters, so that hostile text costs only linear time.</summary>
    private const int DeepestNesting = 32;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Prof",
        "Sr",
        "Jr",
        "St",
        "Gov",
        "Sen",
        "Rep",
        "Gen",
        "Hon",
        "Inc",
        "Corp",
        "Co",
        "Ltd",
        "Bros",
        "vs",
        "etc",
        "approx",
        "est",
        "ca",
        "No",
        "Nos",
        "Fig",
        "Vol",
        "Ed",
        "pp",
        "al",
        "e.g",
        "i.e",
        "cf",
        "a.m",
        "p.m",
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Sept",
        "Oct",
        "Nov",
        "Dec",
        "U.S",
        "U.K",
        "E.U",
        "U.N",
        "Ph.D",
    };

    /// <summary>
    /// End offsets of the sentences, including closing marks, citations and following spaces; the last is the text's
    /// length. Empty for empty text.
    /// </summary>
    /// <param name="text">Plain text, with citation marks as U+FFFC.</param>
    public static IReadOnlyList<int> Ends(string text)
    {
        var ends = new List<int>();
        var closing = MatchBrackets(text);
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (closing.TryGetValue(at, out var close))
            {
                at = close;
                if (!EndsWithin(text, close))
                {
                    continue;
                }
            }
            else if (text[at] != '\n' && !IsEnd(text, start, at))
            {
                continue;
            }

            var end = SkipTail(text, at + 1);
            ends.Add(end);
            start = end;
            at = end - 1;
        }

        if (text.Length > start)
        {
            ends.Add(text.Length);
        }

        return ends;
    }

    /// <summary>A quotation that closes after its own full stop is a sentence if nothing continues after it.</summary>
    private static bool EndsWithin(string text, int close) =>
        text[close - 1] is '。' or '！' or '？' or '.' or '!' or '?'
        && (close + 1 == text.Length || char.IsWhiteSpace(text[close + 1]) || Openers.Contains(text[close + 1], StringComparison.Ordinal))
        && !NextIsSmall(text, close + 1);

    private static bool IsEnd(string text, int start, int at)
    {
        switch (text[at])
        {
            case '。' or '！' or '？' or '．':
                return at + 1 >= text.Length || text[at + 1] is not ('。' or '！' or '？' or '!' or '?');
            case '!' or '?':
                return FollowedByBlank(text, at + 1) && !NextIsSmall(text, at + 1);
            case '.':
                return FollowedByBlank(text, at + 1) && !NextIsSmall(text, at + 1) && !IsAbbreviation(text, start, at);
            default:
                return false;
        }
    }

    private static bool FollowedByBlank(string text, int at)
    {
        while (at < text.Length && (text[at] is '"' or '\'' or '’' or '\uFFFC' || Closers.Contains(text[at], StringComparison.Ordinal)))
        {
            at++;
        }

        return at >= text.Length || char.IsWhiteSpace(text[at]);
    }

    private static bool NextIsSmall(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '\'' or '’' or '\uFFFC'))
        {
            at++;
        }

        return at < text.Length && char.IsLower(text[at]);
    }

    private static bool IsAbbreviation(string text, int start, int dot)
    {
        var from = dot;
        while (from > start && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] == '.'))
        {
            from--;
        }

        var word = text[from..dot];
        return Abbreviations.Contains(word)
            || (word.Length == 1 && char.IsUpper(word[0]))
            || (word.Length > 0 && text[start..from].Trim().Length == 0 && word.All(char.IsAsciiDigit));
    }

    /// <summary>Closing marks, citations and spaces belong to the sentence they follow.</summary>
    private static int SkipTail(string text, int at)
    {
        while (
            at < text.Length
            && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '’' or '\uFFFC' || Closers.Contains(text[at], StringComparison.Ordinal))
        )
        {
            // A straight quote after a space opens the next sentence.
            if (text[at] == '"' && char.IsWhiteSpace(text[at - 1]))
            {
                break;
            }

            at++;
        }

        return at;
    }

    /// <summary>Maps each outermost opening bracket's offset to that of its closing bracket. Unclosed brackets do not count.</summary>
    private static Dictionary<int, int> MatchBrackets(string text)
    {
        var pairs = new Dictionary<int, int>();
        var open = new Stack<(int At, int Kind)>();
        for (var at = 0; at < text.Length; at++)
        {
            var kind = Openers.IndexOf(text[at], StringComparison.Ordinal);
            if (kind >= 0)
            {
                if (open.Count < DeepestNesting)
                {
                    open.Push((at, kind));
                }

                continue;
            }

            kind = Closers.IndexOf(text[at], StringComparison.Ordinal);
            if (kind < 0 || !open.Any(opener => opener.Kind == kind))
            {
                continue;
            }

            while (open.Pop() is var opener)
            {
                if (opener.Kind == kind)
                {
                    pairs[opener.At] = at;
                    break;
                }
            }
        }

        return pairs;
    }
}
