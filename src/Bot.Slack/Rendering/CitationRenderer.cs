using System.Globalization;
using Bot.Briefings.Citations;
using Bot.Posts;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace Bot.Slack.Rendering;

/// <summary>A citation: each number linked to its source, with a space before and after; a number without a source stays plain.</summary>
internal sealed class CitationRenderer : MarkdownObjectRenderer<BlockKitRenderer, CitationInline>
{
    private const string Openers = "「『（(【［[“〈《";

    protected override void Write(BlockKitRenderer renderer, CitationInline inline)
    {
        var text = renderer.Text;
        foreach (var (number, url) in CitationResolver.Links(inline))
        {
            if (!char.IsWhiteSpace(text.Last) && !Openers.Contains(text.Last, StringComparison.Ordinal))
            {
                text.Append(" ");
            }

            var outer = text.Url;
            text.Url = outer ?? url;
            text.Append(string.Create(CultureInfo.InvariantCulture, $"[{number}]"));
            text.Url = outer;
        }

        if (inline.NextSibling is LiteralInline { Content.Length: > 0 } next && char.IsAsciiLetterOrDigit(next.Content.AsSpan()[0]))
        {
            text.Append(" ");
        }
    }
}
