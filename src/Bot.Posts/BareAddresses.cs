using System.Buffers;
using Bot.Chat.Trees;
using Markdig.Syntax.Inlines;

namespace Bot.Posts;

/// <summary>
/// Turns bare web addresses in text into links. An address ends before any non-ASCII character (Japanese continues
/// without a space), before trailing punctuation, and before a closing bracket that was opened outside it.
/// </summary>
internal static class BareAddresses
{
    private const string Mark = "://";

    private static readonly string[] Schemes = ["https", "http"];

    private static readonly SearchValues<char> Inside = SearchValues.Create(
        "!#$%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz~"
    );

    /// <summary>Works in place; adjacent texts are treated as one.</summary>
    public static void Link(ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null; )
        {
            var run = new List<Inline>();
            for (; inline is LiteralInline; inline = inline.NextSibling)
            {
                run.Add(inline);
            }

            if (run.Exists(part => ((LiteralInline)part).Content.AsSpan().Contains(Mark, StringComparison.Ordinal)))
            {
                Replace(run, string.Concat(run.Select(part => ((LiteralInline)part).Content.ToString())));
            }

            inline = run.Count == 0 ? inline!.NextSibling : inline;
        }
    }

    private static void Replace(List<Inline> run, string text)
    {
        var done = 0;
        foreach (var (start, end) in In(text))
        {
            Put(text[done..start]);
            Nodes.Before(run[0], Nodes.Link(text[start..end], text[start..end]));
            done = end;
        }

        if (done == 0)
        {
            return;
        }

        Put(text[done..]);
        foreach (var part in run)
        {
            part.Remove();
        }

        void Put(string words)
        {
            if (words.Length > 0)
            {
                Nodes.Before(run[0], Nodes.Text(words));
            }
        }
    }

    private static IEnumerable<(int Start, int End)> In(string text)
    {
        for (var from = 0; text.IndexOf(Mark, from, StringComparison.Ordinal) is >= 0 and var mark; from = mark + Mark.Length)
        {
            var scheme = Array.Find(Schemes, scheme => text.AsSpan(from, mark - from).EndsWith(scheme, StringComparison.OrdinalIgnoreCase));
            if (scheme is null || !MayBegin(text, mark - scheme.Length))
            {
                continue;
            }

            var start = mark - scheme.Length;
            var end = EndOf(text, mark + Mark.Length);
            if (SafeUrl.Of(text[start..end]) is not null)
            {
                yield return (start, end);
                mark = Math.Max(mark, end - Mark.Length);
            }
        }
    }

    /// <summary>False inside a word or an attribute value.</summary>
    private static bool MayBegin(string text, int start) =>
        start == 0 || (!char.IsAsciiLetterOrDigit(text[start - 1]) && !text.AsSpan(0, start).TrimEnd("\"'").EndsWith('='));

    private static int EndOf(string text, int from)
    {
        var length = text.AsSpan(from).IndexOfAnyExcept(Inside);
        var end = length < 0 ? text.Length : from + length;
        while (
            end > from
            && (
                text[end - 1] is '.' or ',' or ':' or ';' or '!' or '?' or '\'' or '*' or '_' or '~'
                || IsUnopened(text.AsSpan(from, end - from), '(', ')')
                || IsUnopened(text.AsSpan(from, end - from), '[', ']')
            )
        )
        {
            end--;
        }

        return end;
    }

    private static bool IsUnopened(ReadOnlySpan<char> address, char opening, char closing) =>
        address[^1] == closing && address.Count(closing) > address.Count(opening);
}
