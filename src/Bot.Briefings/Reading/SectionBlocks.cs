using Bot.Briefings.Model;
using Markdig.Syntax;

namespace Bot.Briefings.Reading;

/// <summary>A section as the document has it: its heading and the blocks up to the next H1 or H2.</summary>
internal sealed record SectionBlocks(HeadingBlock Heading, string Text, int Order, SectionKind Kind, List<Block> Blocks)
{
    /// <summary>The blocks below an H3, up to the next heading of that level.</summary>
    public IEnumerable<(HeadingBlock Heading, List<Block> Body)> Topics()
    {
        HeadingBlock? heading = null;
        List<Block> body = [];
        foreach (var block in Blocks)
        {
            if (block is HeadingBlock { Level: 3 } next)
            {
                if (heading is not null)
                {
                    yield return (heading, body);
                }

                heading = next;
                body = [];
            }
            else if (heading is not null)
            {
                body.Add(block);
            }
        }

        if (heading is not null)
        {
            yield return (heading, body);
        }
    }

    public bool HasTopics => Blocks.Exists(block => block is HeadingBlock { Level: 3 });

    /// <summary>Items of the lists that stand directly in the section.</summary>
    public IEnumerable<ListItemBlock> TopItems() => Blocks.OfType<ListBlock>().SelectMany(list => list.OfType<ListItemBlock>());
}
