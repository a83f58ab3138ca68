using System.Text;

namespace Bot.Discord.Rendering;

/// <summary>Code in a finished text.</summary>
internal static class CodeSpans
{
    /// <summary>The same text with the words of its code in its place, escaped like any others.</summary>
    public static string AsWords(string text)
    {
        var words = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                words.Append(text, at, 2);
                at += 2;
            }
            else if (text[at] != '`')
            {
                words.Append(text[at++]);
            }
            else
            {
                var fence = Run(text, at);
                if (Closing(text, at + fence, fence) is not (>= 0 and var close))
                {
                    words.Append(text, at, fence);
                    at += fence;
                    continue;
                }

                DiscordEscape.Append(words, text.AsSpan(at + fence, close - at - fence));
                at = close + fence;
            }
        }

        return words.ToString();
    }

    /// <summary>Where the next run of exactly this many backticks starts; -1 if there is none. Nothing is escaped inside code.</summary>
    private static int Closing(string text, int from, int fence)
    {
        for (var at = text.IndexOf('`', from); at >= 0; at = at < text.Length ? text.IndexOf('`', at) : -1)
        {
            var run = Run(text, at);
            if (run == fence)
            {
                return at;
            }

            at += run;
        }

        return -1;
    }

    private static int Run(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == '`')
        {
            end++;
        }

        return end - at;
    }
}
