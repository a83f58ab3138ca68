using Bot.Chat.Messages;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Bot.Discord.Rendering;

/// <summary>Writes blocks by their role: headings, small lines, the contents, cards, sources.</summary>
internal sealed class RoleBlockRenderer : MarkdownObjectRenderer<ComponentRenderer, RoleBlock>
{
    private const string Subtext = "-# ";

    protected override void Write(ComponentRenderer renderer, RoleBlock block)
    {
        switch (block.Role)
        {
            case BlockRole.Headline:
                Headline(renderer, block);
                break;
            case BlockRole.Small:
                LeaveCards(renderer);
                Small(renderer, block);
                break;
            case BlockRole.Sources or BlockRole.Correction:
                LeaveCards(renderer);
                Small(renderer, block);
                break;
            case BlockRole.Contents:
                renderer.Layout.Rule();
                renderer.WriteInner(block);
                renderer.Layout.Last = Neighbour.Contents;
                break;
            case BlockRole.ContentsLine:
                ContentsLine(renderer, block);
                break;
            case BlockRole.Card:
                Card(renderer, block);
                break;
            default:
                LeaveCards(renderer);
                Close(renderer, block);
                break;
        }
    }

    /// <summary>The line between the last card, or the contents, and what follows.</summary>
    public static void LeaveCards(ComponentRenderer renderer)
    {
        if (renderer.IsOuter && renderer.Layout.Last is Neighbour.Card or Neighbour.Contents)
        {
            renderer.Layout.Rule();
        }
    }

    private static void Headline(ComponentRenderer renderer, RoleBlock block)
    {
        foreach (var heading in block.OfType<LeafBlock>())
        {
            renderer.BeginBlock();
            // Discord has three levels; a root's headline is the second, a section's the third.
            var outer = renderer.Text.Indent(heading is HeadingBlock { Level: <= 2 } ? "## " : "### ", "### ");
            renderer.WriteOneLine(heading.Inline);
            renderer.Text.Restore(outer);
        }

        renderer.Layout.Last = Neighbour.Head;
    }

    private static void Small(ComponentRenderer renderer, RoleBlock block)
    {
        var (tight, links) = (renderer.IsTight, renderer.Links);
        renderer.IsTight = true;
        renderer.Links = block.Role == BlockRole.Sources && links == Links.NotOfSources ? Links.None : links;
        renderer.BeginBlock(small: true);
        foreach (var child in block)
        {
            // Code and tables have no small form.
            renderer.IsSmall = child is LeafBlock { Inline: not null } or ListBlock;
            var outer = renderer.IsSmall ? renderer.Text.Indent(Subtext, Subtext) : renderer.Text.Indent("", "");
            renderer.WriteInner([child]);
            renderer.IsSmall = false;
            renderer.Text.Restore(outer);
        }

        (renderer.IsTight, renderer.Links) = (tight, links);
        renderer.Layout.Last = Neighbour.Head;
    }

    private static void ContentsLine(ComponentRenderer renderer, RoleBlock block)
    {
        for (var at = 0; at < block.Count; at++)
        {
            renderer.Text.EndLine();
            var outer = at == 0 ? renderer.Text.Indent("", "") : renderer.Text.Indent(Subtext, Subtext);
            renderer.WriteOneLine((block[at] as LeafBlock)?.Inline);
            renderer.Text.Restore(outer);
        }
    }

    private static void Card(ComponentRenderer renderer, RoleBlock block)
    {
        if (renderer is { IsOuter: true, CardsApart: true })
        {
            if (renderer.Layout.Last == Neighbour.Card)
            {
                renderer.Layout.Rule();
            }
            else
            {
                renderer.Layout.EndDisplay();
            }
        }
        else if (renderer.Layout.Last == Neighbour.Card)
        {
            renderer.Text.BlankLine();
        }

        Close(renderer, block);
        renderer.Layout.Last = Neighbour.Card;
    }

    /// <summary>Blocks close together.</summary>
    private static void Close(ComponentRenderer renderer, RoleBlock block)
    {
        var tight = renderer.IsTight;
        renderer.IsTight = true;
        renderer.WriteInner(block);
        renderer.IsTight = tight;
    }
}
