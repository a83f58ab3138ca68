using System.Globalization;
using Bot.Slack.Api;
using Bot.Slack.Rendering.BlockKit;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Bot.Slack.Rendering;

/// <summary>
/// A list in rich text's flat form, where nested lists follow with an indent. Slack numbers an ordered list from 1 and restarts after
/// anything in between, so a list that starts elsewhere or is interrupted carries its numbers as text.
/// </summary>
internal sealed class ListRenderer : MarkdownObjectRenderer<BlockKitRenderer, ListBlock>
{
    protected override void Write(BlockKitRenderer renderer, ListBlock block)
    {
        renderer.Text.EndSection();
        var (depth, spacing) = (renderer.ListDepth, renderer.Spacing);
        (renderer.ListDepth, renderer.Spacing) = (depth + 1, 1);
        if (block.IsOrdered && !CountsFromOne(block))
        {
            WriteNumbered(renderer, block, depth);
        }
        else
        {
            WriteItems(renderer, block, Math.Min(depth, SlackLimits.ListIndent));
        }

        (renderer.ListDepth, renderer.Spacing) = (depth, spacing);
    }

    private static bool CountsFromOne(ListBlock block)
    {
        for (var at = 0; at < block.Count; at++)
        {
            if (
                block[at] is not ListItemBlock item
                || item.Order != at + 1
                || item.Any(child => child is not LeafBlock { Inline: not null })
            )
            {
                return false;
            }
        }

        return true;
    }

    private static void WriteItems(BlockKitRenderer renderer, ListBlock block, int indent)
    {
        var text = renderer.Text;
        var items = new List<IReadOnlyList<RichTextRun>>();
        foreach (var item in block.OfType<ContainerBlock>())
        {
            var hasMark = false;
            foreach (var child in item)
            {
                if (child is not LeafBlock { Inline: not null })
                {
                    EndItem(ref hasMark);
                    EndList();
                }

                renderer.Write(child);
            }

            EndItem(ref hasMark);
        }

        EndList();

        // Whatever follows a list or code within an item has no marker of its own.
        void EndItem(ref bool hasMark)
        {
            if (hasMark)
            {
                text.EndSection();
                return;
            }

            var runs = text.TakeRuns();
            items.Add(runs.Count > 0 ? runs : [new RichTextRun(" ", RichTextStyle.None, null)]);
            hasMark = true;
        }

        void EndList()
        {
            if (items.Count > 0)
            {
                text.Add(new RichTextList(block.IsOrdered, indent, text.IsQuoted, items));
                items = [];
            }
        }
    }

    private static void WriteNumbered(BlockKitRenderer renderer, ListBlock block, int depth)
    {
        foreach (var item in block.OfType<ListItemBlock>())
        {
            renderer.Text.Separate(1);
            renderer.Text.Append(new string(' ', 4 * depth) + item.Order.ToString(CultureInfo.InvariantCulture) + ". ");
            renderer.Text.Join();
            renderer.WriteChildren(item);
        }

        renderer.Text.EndSection();
    }
}
