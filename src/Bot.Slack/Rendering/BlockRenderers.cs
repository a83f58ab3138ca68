using Bot.Slack.Rendering.BlockKit;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Bot.Slack.Rendering;

/// <summary>A heading inside a message: a bold line.</summary>
internal sealed class HeadingRenderer : MarkdownObjectRenderer<BlockKitRenderer, HeadingBlock>
{
    protected override void Write(BlockKitRenderer renderer, HeadingBlock block)
    {
        renderer.BeginText();
        var outer = renderer.Text.Style;
        renderer.Text.Style |= RichTextStyle.Bold;
        renderer.WriteLeafInline(block);
        renderer.Text.Style = outer;
        renderer.EndHeading();
    }
}

internal sealed class ParagraphRenderer : MarkdownObjectRenderer<BlockKitRenderer, ParagraphBlock>
{
    protected override void Write(BlockKitRenderer renderer, ParagraphBlock block)
    {
        renderer.BeginText();
        renderer.WriteLeafInline(block);
    }
}

internal sealed class QuoteRenderer : MarkdownObjectRenderer<BlockKitRenderer, QuoteBlock>
{
    protected override void Write(BlockKitRenderer renderer, QuoteBlock block)
    {
        renderer.Text.EndSection();
        var (outer, depth) = (renderer.Text.IsQuoted, renderer.ListDepth);
        (renderer.Text.IsQuoted, renderer.ListDepth) = (true, 0);
        renderer.WriteChildren(block);
        renderer.Text.EndSection();
        (renderer.Text.IsQuoted, renderer.ListDepth) = (outer, depth);
    }
}

/// <summary>Fenced and indented code.</summary>
internal sealed class CodeRenderer : MarkdownObjectRenderer<BlockKitRenderer, CodeBlock>
{
    protected override void Write(BlockKitRenderer renderer, CodeBlock block)
    {
        if (block.Lines.ToString().TrimEnd('\n') is { Length: > 0 } code)
        {
            renderer.Text.Add(new RichTextPreformatted(code, renderer.Text.IsQuoted));
        }
    }
}

internal sealed class RuleRenderer : MarkdownObjectRenderer<BlockKitRenderer, ThematicBreakBlock>
{
    protected override void Write(BlockKitRenderer renderer, ThematicBreakBlock block)
    {
        if (renderer.IsNested)
        {
            renderer.BeginText();
            renderer.Text.Append("――――");
        }
        else
        {
            renderer.Add(new DividerBlock());
        }
    }
}

/// <summary>
/// Any node unknown to this folder: its words, as text, so that nothing of a briefing is lost and nothing becomes active.
/// </summary>
internal sealed class UnknownRenderer : MarkdownObjectRenderer<BlockKitRenderer, MarkdownObject>
{
    protected override void Write(BlockKitRenderer renderer, MarkdownObject node)
    {
        switch (node)
        {
            case LinkReferenceDefinitionGroup or LinkReferenceDefinition or Markdig.Extensions.Yaml.YamlFrontMatterBlock:
                break;
            case ContainerBlock container:
                renderer.WriteChildren(container);
                break;
            case Markdig.Syntax.Inlines.ContainerInline inlines:
                renderer.WriteChildren(inlines);
                break;
            case LeafBlock { Inline: not null } leaf:
                renderer.BeginText();
                renderer.WriteLeafInline(leaf);
                break;
            case LeafBlock leaf:
                renderer.BeginText();
                renderer.Text.Append(leaf.Lines.ToString());
                break;
            case Markdig.Syntax.Inlines.Inline inline:
                renderer.Text.Append(Bot.Chat.Trees.FlatText.Of(inline));
                break;
        }
    }
}
