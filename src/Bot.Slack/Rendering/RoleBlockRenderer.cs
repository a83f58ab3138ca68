using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Slack.Api;
using Bot.Slack.Rendering.BlockKit;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Slack.Rendering;

/// <summary>Gives each role its block: the header for a headline, a context for small type, and separate rich text for the rest.</summary>
internal sealed class RoleBlockRenderer : MarkdownObjectRenderer<BlockKitRenderer, RoleBlock>
{
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
            case BlockRole.Rounds:
                WriteRounds(renderer, block);
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

    /// <summary>The note of the order is the table's caption.</summary>
    private static void WriteRounds(BlockKitRenderer renderer, RoleBlock block)
    {
        renderer.EndText();
        var caption = block.OfType<ParagraphBlock>().FirstOrDefault();
        foreach (var table in block.OfType<Table>())
        {
            renderer.Add(new DataTableBlock(caption is null ? " " : FlatText.Plain(caption), TableRenderer.Rows(renderer, table)));
        }
    }

    /// <summary>The line below a heading is a list, so that it stays indented where it wraps.</summary>
    private static void WriteContentsLine(BlockKitRenderer renderer, RoleBlock block)
    {
        for (var at = 0; at < block.Count; at++)
        {
            if (block[at] is not LeafBlock line)
            {
                renderer.Write(block[at]);
                continue;
            }

            if (at == 0)
            {
                renderer.Text.Separate(1);
                renderer.WriteLeafInline(line);
                continue;
            }

            renderer.Text.EndSection();
            renderer.WriteLeafInline(line);
            renderer.Text.Add(new RichTextList(IsOrdered: false, Indent: 0, IsQuoted: false, [renderer.Text.TakeRuns()]));
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
