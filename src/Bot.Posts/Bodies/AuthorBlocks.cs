using Bot.Chat.Trees;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Bot.Posts.Bodies;

/// <summary>
/// Arranges an author's clean blocks for a post: headings go below the post's own level, wide tables become cards, the
/// rest is unchanged.
/// </summary>
internal static class AuthorBlocks
{
    private const int WidestTable = 3;

    /// <summary>Level of the post's own heading; the author's headings go below it.</summary>
    private const int SectionLevel = 3;

    public static IEnumerable<Block> Arrange(IEnumerable<Block> blocks) => blocks.SelectMany(block => Arrange(block));

    public static IEnumerable<Block> Arrange(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                heading.Level = Math.Clamp(heading.Level + 1, SectionLevel + 1, 6);
                return [heading];
            case Table table:
                RowNumbers.Drop(table);
                return table.OfType<TableRow>().Select(row => row.Count).DefaultIfEmpty(0).Max() > WidestTable
                    ? TableCards.Of(table)
                    : [table];
            case ListBlock or ListItemBlock or QuoteBlock:
                var container = (ContainerBlock)block;
                foreach (var child in Nodes.Take(container).SelectMany(child => Arrange(child)))
                {
                    container.Add(child);
                }

                return [container];
            default:
                return [block];
        }
    }
}
