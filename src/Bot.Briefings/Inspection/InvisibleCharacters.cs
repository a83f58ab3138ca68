using System.Buffers;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Inspection;

/// <summary>Reports zero-width and bidi control characters outside code; joiners inside emoji are allowed.</summary>
internal static class InvisibleCharacters
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(Folding.InvisibleCharacters);

    public static void Report(MarkdownDocument document, ReadingContext context)
    {
        var source = context.Source;
        if (!MayHave(source))
        {
            return;
        }

        List<SourceSpan>? code = null;
        var from = 0;
        string? first = null;
        var firstAt = 0;
        var count = 0;
        while (source.AsSpan(from).IndexOfAny(Suspects) is >= 0 and var offset)
        {
            var at = from + offset;
            from = at + 1;
            if (source[at] == '\u200D' && Emoji.JoinsAt(source, at))
            {
                continue;
            }

            code ??= [.. Code(document)];
            if (!code.Exists(span => span.Start <= at && at <= span.End))
            {
                first ??= $"U+{(int)source[at]:X4}";
                firstAt = count++ == 0 ? at : firstAt;
                if (count == 100)
                {
                    break;
                }
            }
        }

        if (first is not null)
        {
            context.Warn(WarningCodes.InvisibleCharacters, count == 1 ? first : $"{first} (+{count - 1})", firstAt);
        }
    }

    /// <summary>A few ranges are found faster than a set; most texts have none of them.</summary>
    private static bool MayHave(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\u200B', '\u200F')
        || text.ContainsAnyInRange('\u202A', '\u202E')
        || text.ContainsAnyInRange('\u2060', '\u206F')
        || text.ContainsAny('\u00AD', '\u061C', '\u180E')
        || text.Contains('\uFEFF');

    private static IEnumerable<SourceSpan> Code(MarkdownDocument document) =>
        document.Descendants().Where(node => node is CodeBlock or CodeInline).Select(node => node.Span);
}
