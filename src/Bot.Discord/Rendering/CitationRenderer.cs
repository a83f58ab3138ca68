using System.Globalization;
using Bot.Briefings.Citations;
using Bot.Posts;
using Markdig.Renderers;

namespace Bot.Discord.Rendering;

/// <summary>
/// A citation: each number linked to its source (messages.md, rule 7). A number without one is in brackets, as its author wrote it.
/// </summary>
internal sealed class CitationRenderer : MarkdownObjectRenderer<ComponentRenderer, CitationInline>
{
    protected override void Write(ComponentRenderer renderer, CitationInline inline)
    {
        var outer = renderer.Url;
        foreach (var (number, url) in CitationResolver.Links(inline))
        {
            var digits = number.ToString(CultureInfo.InvariantCulture);
            if (url is null || renderer.Links == Links.None || outer is not null)
            {
                renderer.Text.Words($"[{digits}]", TextStyle.Plain, outer);
                continue;
            }

            renderer.Text.Cite(digits, url);
        }
    }
}
