using Bot.Briefings.Reading;
using Markdig.Syntax;

namespace Bot.Briefings.Sections;

/// <summary>Counts what a section without entries of its own kind holds.</summary>
internal static class ItemCounter
{
    /// <summary>The first that is not zero of: H3 headings, table data rows, top-level list items, paragraphs.</summary>
    public static int Count(SectionBlocks section, int tableRows, ReadingContext context)
    {
        var headings = section.Blocks.Count(block => block is HeadingBlock { Level: 3 });
        if (headings > 0)
        {
            return headings;
        }

        if (tableRows > 0)
        {
            return tableRows;
        }

        var items = section.TopItems().Count();
        return items > 0 ? items : section.Blocks.Count(block => block is ParagraphBlock && context.Plain(block).Length > 0);
    }
}
