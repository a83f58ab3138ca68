using System.Globalization;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Bot.Discord.Rendering;

/// <summary>An author's heading inside a post: a bold line, because Discord's own levels are the post's.</summary>
internal sealed class HeadingRenderer : MarkdownObjectRenderer<ComponentRenderer, HeadingBlock>
{
    protected override void Write(ComponentRenderer renderer, HeadingBlock block)
    {
        RoleBlockRenderer.LeaveCards(renderer);
        renderer.BeginBlock();
        var outer = renderer.Style;
        renderer.Style |= TextStyle.Bold;
        renderer.WriteOneLine(block.Inline);
        renderer.Style = outer;
        renderer.Text.EndLine();
        renderer.Layout.Last = Neighbour.Head;
    }
}

internal sealed class ParagraphRenderer : MarkdownObjectRenderer<ComponentRenderer, ParagraphBlock>
{
    protected override void Write(ComponentRenderer renderer, ParagraphBlock block)
    {
        RoleBlockRenderer.LeaveCards(renderer);
        renderer.BeginBlock();
        renderer.WriteInlines(block.Inline);
        renderer.Text.EndLine();
    }
}

internal sealed class ListRenderer : MarkdownObjectRenderer<ComponentRenderer, ListBlock>
{
    protected override void Write(ComponentRenderer renderer, ListBlock block)
    {
        RoleBlockRenderer.LeaveCards(renderer);
        renderer.BeginBlock();
        var tight = renderer.IsTight;
        renderer.IsTight = tight || !block.IsLoose;
        foreach (var item in block.OfType<ListItemBlock>())
        {
            renderer.BeginBlock();
            var mark =
                renderer.IsSmall ? "・"
                : block.IsOrdered ? item.Order.ToString(CultureInfo.InvariantCulture) + ". "
                : "- ";
            var outer = renderer.Text.Indent(mark, renderer.IsSmall ? "" : "  ");
            renderer.Layout.Last = Neighbour.Head;
            renderer.WriteInner(item);
            renderer.Text.Restore(outer);
            renderer.Layout.Last = Neighbour.Text;
        }

        renderer.IsTight = tight;
    }
}

internal sealed class QuoteRenderer : MarkdownObjectRenderer<ComponentRenderer, QuoteBlock>
{
    protected override void Write(ComponentRenderer renderer, QuoteBlock block)
    {
        RoleBlockRenderer.LeaveCards(renderer);
        renderer.BeginBlock();
        // Discord has one level of quotes; a nested one is merged into it.
        var outer = renderer.InQuote ? renderer.Text.Indent("", "") : renderer.Text.Indent("> ", "> ");
        var inQuote = renderer.InQuote;
        renderer.InQuote = true;
        renderer.Layout.Last = Neighbour.Head;
        renderer.WriteInner(block);
        renderer.InQuote = inQuote;
        renderer.Text.Restore(outer);
        renderer.Layout.Last = Neighbour.Text;
    }
}

internal sealed class CodeRenderer : MarkdownObjectRenderer<ComponentRenderer, CodeBlock>
{
    private const int LongestLanguage = 20;

    protected override void Write(ComponentRenderer renderer, CodeBlock block)
    {
        var lines = block.Lines.ToString().Split('\n').Select(Invisible.Drop).ToList();
        if (lines.TrueForAll(string.IsNullOrWhiteSpace))
        {
            return;
        }

        RoleBlockRenderer.LeaveCards(renderer);
        renderer.BeginBlock();
        renderer.Text.Fenced(Language((block as FencedCodeBlock)?.Info), lines);
    }

    private static string Language(string? info) =>
        info is { Length: > 0 and <= LongestLanguage } && info.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '#' or '_')
            ? info
            : "";
}

internal sealed class RuleRenderer : MarkdownObjectRenderer<ComponentRenderer, ThematicBreakBlock>
{
    protected override void Write(ComponentRenderer renderer, ThematicBreakBlock block)
    {
        if (renderer.IsOuter)
        {
            renderer.Layout.Rule();
        }
    }
}

/// <summary>Any node unknown to this folder: its words, so that nothing is lost and nothing becomes active.</summary>
internal sealed class UnknownBlockRenderer : MarkdownObjectRenderer<ComponentRenderer, Block>
{
    protected override void Write(ComponentRenderer renderer, Block block)
    {
        switch (block)
        {
            case ContainerBlock container:
                renderer.WriteInner(container);
                break;
            case LeafBlock leaf when FlatText.Plain(leaf) is { Length: > 0 } words:
                RoleBlockRenderer.LeaveCards(renderer);
                renderer.BeginBlock();
                renderer.Text.Words(words, renderer.Style, url: null);
                renderer.Text.EndLine();
                break;
        }
    }
}
