using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Slack.Api;
using Bot.Slack.Rendering.BlockKit;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Slack.Rendering;

/// <summary>Gives each role its block: the header for a headline, a context for small type, and separate rich text for the rest.</summary>
internal sealed class RoleBlockRenderer : MarkdownObjectRenderer<BlockKitRenderer, RoleBlock>
{
    /// <summary>Precedes the names below a heading in the contents.</summary>
    private const string Indent = "　 ";

    protected override void Write(BlockKitRenderer renderer, RoleBlock block)
    {
        switch (block.Role)
        {
            case BlockRole.Headline:
                WriteHeadline(renderer, block);
                break;
            case BlockRole.Small or BlockRole.Sources or BlockRole.Correction:
                WriteSmall(renderer, block);
                break;
            case BlockRole.ContentsLine:
                WriteContentsLine(renderer, block);
                break;
            case BlockRole.Card:
                WriteCard(renderer, block);
                break;
            default:
                renderer.EndText();
                renderer.WriteChildren(block);
                renderer.EndText();
                break;
        }
    }

    /// <summary>A header holds 150 characters without links; a longer headline becomes a bold line.</summary>
    private static void WriteHeadline(BlockKitRenderer renderer, RoleBlock block)
    {
        renderer.EndText();
        foreach (var child in block)
        {
            if (
                child is HeadingBlock { Inline: { } inline }
                && FlatText.Of(inline).ReplaceLineEndings(" ").Trim() is { Length: > 0 and <= SlackLimits.HeaderText } words
                && !inline.Any(part => part is LinkInline or Bot.Briefings.Citations.CitationInline)
            )
            {
                renderer.Add(new HeaderBlock(words));
            }
            else
            {
                renderer.Write(child);
                renderer.EndText();
            }
        }
    }

    private static void WriteSmall(BlockKitRenderer renderer, RoleBlock block)
    {
        if (SmallText.Of(block) is { } context)
        {
            renderer.Add(context);
            return;
        }

        renderer.EndText();
        renderer.WriteChildren(block);
        renderer.EndText();
    }

    private static void WriteContentsLine(BlockKitRenderer renderer, RoleBlock block)
    {
        for (var at = 0; at < block.Count; at++)
        {
            if (block[at] is not LeafBlock line)
            {
                renderer.Write(block[at]);
                continue;
            }

            renderer.Text.Separate(1);
            renderer.Text.Append(at == 0 ? "" : Indent);
            renderer.WriteLeafInline(line);
        }
    }

    private static void WriteCard(BlockKitRenderer renderer, RoleBlock block)
    {
        if (renderer.JoinsCards)
        {
            renderer.Text.Separate(2);
        }
        else
        {
            renderer.EndText();
        }

        var spacing = renderer.Spacing;
        renderer.Spacing = 1;
        for (var at = 0; at < block.Count; at++)
        {
            // A label that comes first is a line of the card.
            if (block[at] is RoleBlock { Role: BlockRole.Small } small && (at == 0 || renderer.JoinsCards))
            {
                renderer.WriteChildren(small);
            }
            else
            {
                renderer.Write(block[at]);
            }
        }

        renderer.Spacing = spacing;
        if (!renderer.JoinsCards)
        {
            renderer.EndText();
        }
    }
}
