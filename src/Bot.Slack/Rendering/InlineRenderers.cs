using Bot.Chat.Trees;
using Bot.Posts;
using Bot.Slack.Rendering.BlockKit;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace Bot.Slack.Rendering;

internal sealed class LiteralRenderer : MarkdownObjectRenderer<BlockKitRenderer, LiteralInline>
{
    protected override void Write(BlockKitRenderer renderer, LiteralInline inline) => renderer.Text.Append(inline.Content.AsSpan());
}

internal sealed class EmphasisRenderer : MarkdownObjectRenderer<BlockKitRenderer, EmphasisInline>
{
    protected override void Write(BlockKitRenderer renderer, EmphasisInline inline)
    {
        var outer = renderer.Text.Style;
        renderer.Text.Style |= (inline.DelimiterChar, inline.DelimiterCount) switch
        {
            ('*' or '_', >= 2) => RichTextStyle.Bold,
            ('*' or '_', _) => RichTextStyle.Italic,
            ('~', >= 2) => RichTextStyle.Strike,
            _ => RichTextStyle.None,
        };
        renderer.WriteChildren(inline);
        renderer.Text.Style = outer;
    }
}

internal sealed class CodeSpanRenderer : MarkdownObjectRenderer<BlockKitRenderer, CodeInline>
{
    protected override void Write(BlockKitRenderer renderer, CodeInline inline)
    {
        var outer = renderer.Text.Style;
        renderer.Text.Style |= RichTextStyle.Code;
        renderer.Text.Append(inline.Content);
        renderer.Text.Style = outer;
    }
}

internal sealed class LineBreakRenderer : MarkdownObjectRenderer<BlockKitRenderer, LineBreakInline>
{
    protected override void Write(BlockKitRenderer renderer, LineBreakInline inline) => renderer.Text.Append(inline.IsHard ? "\n" : " ");
}

/// <summary>A link; if a post may not link to its address, it is left as text.</summary>
internal sealed class LinkRenderer : MarkdownObjectRenderer<BlockKitRenderer, LinkInline>
{
    protected override void Write(BlockKitRenderer renderer, LinkInline inline)
    {
        var outer = renderer.Text.Url;
        renderer.Text.Url = outer ?? SafeUrl.Of(inline.Url);
        if (FlatText.Length(inline) > 0)
        {
            renderer.WriteChildren(inline);
        }
        else
        {
            renderer.Text.Append(inline.Url);
        }

        renderer.Text.Url = outer;
    }
}
