using Bot.Briefings.Citations;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Bot.Web.Rendering;

internal sealed class LiteralRenderer : HtmlObjectRenderer<LiteralInline>
{
    private const char NarrowNoBreakSpace = '\u202F';

    protected override void Write(HtmlRenderer renderer, LiteralInline inline)
    {
        // Keep a citation on the same line as its claim.
        var content = inline.Content.AsSpan();
        if (inline.NextSibling is CitationInline && content is [.., ' '])
        {
            renderer.WriteEscape(content.TrimEnd(' '));
            renderer.Write(NarrowNoBreakSpace);
        }
        else
        {
            renderer.WriteEscape(content);
        }
    }
}

internal sealed class EmphasisRenderer : HtmlObjectRenderer<EmphasisInline>
{
    protected override void Write(HtmlRenderer renderer, EmphasisInline inline)
    {
        var tag = (inline.DelimiterChar, inline.DelimiterCount) switch
        {
            ('*' or '_', 2) => "strong",
            ('*' or '_', _) => "em",
            ('~', 2) => "del",
            ('~', _) => "sub",
            ('^', _) => "sup",
            ('+', _) => "ins",
            ('=', _) => "mark",
            _ => "em",
        };
        renderer.Write('<').Write(tag).Write('>').WriteChildren(inline);
        renderer.Write("</").Write(tag).Write('>');
    }
}

internal sealed class CodeSpanRenderer : HtmlObjectRenderer<CodeInline>
{
    protected override void Write(HtmlRenderer renderer, CodeInline inline) =>
        renderer.Write("<code>").WriteEscape(inline.Content).Write("</code>");
}

internal sealed class LineBreakRenderer : HtmlObjectRenderer<LineBreakInline>
{
    protected override void Write(HtmlRenderer renderer, LineBreakInline inline) => renderer.Write(inline.IsHard ? "<br>\n" : "\n");
}

internal sealed class EntityRenderer : HtmlObjectRenderer<HtmlEntityInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlEntityInline inline) => renderer.WriteEscape(inline.Transcoded);
}

/// <summary>A tag in running text is shown as text.</summary>
internal sealed class RawHtmlRenderer : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline inline) => renderer.WriteEscape(inline.Tag);
}

/// <summary>
/// A link if the address is safe, otherwise only its text. An image becomes a link to it: the page loads nothing from
/// other sites.
/// </summary>
internal sealed class LinkRenderer : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline inline)
    {
        var url = inline.GetDynamicUrl?.Invoke() ?? inline.Url;
        if (!SafeLink.IsSafe(url))
        {
            renderer.WriteChildren(inline);
            return;
        }

        renderer.Write("<a href=\"").WriteEscapeUrl(url).Write("\" rel=\"").Write(SafeLink.Rel).Write("\">");
        if (inline.FirstChild is null)
        {
            renderer.WriteEscape(url);
        }

        renderer.WriteChildren(inline);
        renderer.Write("</a>");
    }
}

internal sealed class AutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline inline)
    {
        var url = inline.IsEmail ? "mailto:" + inline.Url : inline.Url;
        if (!SafeLink.IsSafe(url))
        {
            renderer.WriteEscape(inline.Url);
            return;
        }

        renderer
            .Write("<a href=\"")
            .WriteEscapeUrl(url)
            .Write("\" rel=\"")
            .Write(SafeLink.Rel)
            .Write("\">")
            .WriteEscape(inline.Url)
            .Write("</a>");
    }
}
