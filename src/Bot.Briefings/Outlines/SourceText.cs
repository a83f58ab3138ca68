using Bot.Briefings.Text;

namespace Bot.Briefings.Outlines;

/// <summary>
/// A document's text as it is parsed: NFC, without front matter, taken out of a code fence around all of it, full-width heading marks
/// replaced by Markdown's. Everything but NFC preserves lengths, so that positions are those of the author's text.
/// </summary>
/// <param name="Original">The author's text, NFC.</param>
/// <param name="Parsed">Has the same length.</param>
internal sealed record SourceText(string Original, string Parsed, FrontMatter? FrontMatter)
{
    public static SourceText Of(string markdown)
    {
        var original = Composition.Compose(Surrogates.ReplaceLone(markdown.StartsWith('\uFEFF') ? markdown[1..] : markdown));
        char[]? parsed = null;
        Unwrap(original, ref parsed);
        Headings(original, ref parsed);
        var text = parsed is null ? original : new string(parsed);
        var front = FrontMatter.Find(text);
        if (front is not null)
        {
            var blanked = text.ToCharArray();
            Blank(blanked, front.Start, front.End);
            text = new string(blanked);
        }

        return new SourceText(original, text, front);
    }

    /// <summary>A document pasted as one code block, with the fence as its first and last lines.</summary>
    private static void Unwrap(string text, ref char[]? parsed)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        var body = text.AsSpan().TrimEnd();
        var lastLine = body.LastIndexOf('\n') + 1;
        if (start >= lastLine || text[start] is not ('`' or '~'))
        {
            return;
        }

        var fence = text.AsSpan(start).IndexOfAnyExcept(text[start]);
        var firstEnd = start + text.AsSpan(start).IndexOfAny('\n', '\r');
        if (
            fence < 3
            || firstEnd - start > 40
            || body[lastLine..].Trim().TrimStart(text[start]).Length > 0
            || body[lastLine..].Trim().Length < fence
        )
        {
            return;
        }

        // One code block and, far below, another: the document is not inside one.
        var inner = text.AsSpan(firstEnd, lastLine - firstEnd);
        var mark = text.Substring(start, fence);
        if (inner.Count("\n" + mark) % 2 != 0)
        {
            return;
        }

        parsed = text.ToCharArray();
        Blank(parsed, start, firstEnd);
        Blank(parsed, lastLine, body.Length);
    }

    /// <summary>Authors who type Japanese open a heading with ＃ and an ideographic space.</summary>
    private static void Headings(string text, ref char[]? parsed)
    {
        if (text.AsSpan().IndexOfAny("＃\u3000") < 0)
        {
            return;
        }

        var line = 0;
        while (line < text.Length)
        {
            var at = line;
            while (at < text.Length && text[at] == ' ' && at - line < 3)
            {
                at++;
            }

            var marks = at;
            while (at < text.Length && text[at] is '#' or '＃' && at - marks < 7)
            {
                at++;
            }

            var wide = text.AsSpan(marks, at - marks).Contains('＃');
            if (at - marks is > 0 and < 7 && at < text.Length && (text[at] == '\u3000' || (wide && text[at] is ' ' or '\t')))
            {
                parsed ??= text.ToCharArray();
                parsed.AsSpan(marks, at - marks).Fill('#');
                parsed[at] = ' ';
            }

            var next = text.AsSpan(at).IndexOfAny('\n', '\r');
            line = next < 0 ? text.Length : at + next + 1;
        }
    }

    private static void Blank(char[] text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] is not ('\n' or '\r'))
            {
                text[i] = ' ';
            }
        }
    }
}
