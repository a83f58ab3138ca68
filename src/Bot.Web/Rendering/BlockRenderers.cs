using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Bot.Web.Rendering;

/// <summary>A heading inside a message: below the page's and the message's own headings.</summary>
internal sealed class HeadingRenderer : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock block)
    {
        var level = Math.Clamp(block.Level, RoleBlockRenderer.SectionLevel + 1, 6);
        renderer.EnsureLine();
        renderer.Write($"<h{level}>").WriteLeafInline(block).WriteLine($"</h{level}>");
    }
}

internal sealed class ParagraphRenderer : HtmlObjectRenderer<ParagraphBlock>
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock block)
    {
        if (renderer.ImplicitParagraph)
        {
            renderer.WriteLeafInline(block);
            return;
        }

        renderer.EnsureLine();
        renderer.Write("<p>").WriteLeafInline(block).WriteLine("</p>");
    }
}

internal sealed class ListRenderer : HtmlObjectRenderer<ListBlock>
{
    protected override void Write(HtmlRenderer renderer, ListBlock block)
    {
        var tag = block.IsOrdered ? "ol" : "ul";
        renderer.EnsureLine();
        renderer.WriteLine(Start(block) is { } start ? $"<{tag} start=\"{start.ToString(CultureInfo.InvariantCulture)}\">" : $"<{tag}>");
        foreach (var item in block.OfType<ContainerBlock>())
        {
            var outer = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = !block.IsLoose;
            renderer.Write("<li>").WriteChildren(item);
            renderer.WriteLine("</li>");
            renderer.ImplicitParagraph = outer;
        }

        renderer.WriteLine($"</{tag}>");
    }

    private static int? Start(ListBlock block) =>
        block.IsOrdered && int.TryParse(block.OrderedStart, CultureInfo.InvariantCulture, out var start) && start != 1 ? start : null;
}

internal sealed class QuoteRenderer : HtmlObjectRenderer<QuoteBlock>
{
    protected override void Write(HtmlRenderer renderer, QuoteBlock block)
    {
        var outer = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.EnsureLine();
        renderer.WriteLine("<blockquote>").WriteChildren(block);
        renderer.EnsureLine();
        renderer.WriteLine("</blockquote>");
        renderer.ImplicitParagraph = outer;
    }
}

/// <summary>Fenced and indented code. It may be wider than the page, so it can also be scrolled by keyboard.</summary>
internal sealed class CodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        renderer.EnsureLine();
        renderer
            .Write("<pre tabindex=\"0\"><code>")
            .WriteLeafRawLines(block, writeEndOfLines: true, escape: true)
            .WriteLine("</code></pre>");
    }
}

internal sealed class RuleRenderer : HtmlObjectRenderer<ThematicBreakBlock>
{
    protected override void Write(HtmlRenderer renderer, ThematicBreakBlock block) => renderer.EnsureLine().WriteLine("<hr>");
}

/// <summary>HTML in a briefing is shown as text.</summary>
internal sealed class RawHtmlBlockRenderer : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock block)
    {
        renderer.EnsureLine();
        renderer.Write("<p class=\"raw\">").WriteLeafRawLines(block, writeEndOfLines: true, escape: true).WriteLine("</p>");
    }
}

/// <summary>For blocks without content: link definitions and front matter.</summary>
internal sealed class NoContentRenderer<TBlock> : HtmlObjectRenderer<TBlock>
    where TBlock : Block
{
    protected override void Write(HtmlRenderer renderer, TBlock block) { }
}

/// <summary>For unknown nodes: writes their words as text, so that nothing is lost and nothing is active.</summary>
internal sealed class UnknownRenderer : HtmlObjectRenderer<MarkdownObject>
{
    protected override void Write(HtmlRenderer renderer, MarkdownObject node)
    {
        switch (node)
        {
            case ContainerBlock container:
                renderer.WriteChildren(container);
                break;
            case Markdig.Syntax.Inlines.ContainerInline inlines:
                renderer.WriteChildren(inlines);
                break;
            case LeafBlock { Inline: not null } leaf:
                renderer.EnsureLine();
                renderer.Write("<p>").WriteLeafInline(leaf).WriteLine("</p>");
                break;
            case LeafBlock leaf:
                renderer.EnsureLine();
                renderer.Write("<p class=\"raw\">").WriteLeafRawLines(leaf, writeEndOfLines: true, escape: true).WriteLine("</p>");
                break;
        }
    }
}
