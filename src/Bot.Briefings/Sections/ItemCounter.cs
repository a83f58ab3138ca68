using Bot.Briefings.Outlines;
using Bot.Briefings.Reading;
using Markdig.Syntax;

namespace Bot.Briefings.Sections;

/// <summary>Counts the items of a section without entries of its own kind.</summary>
internal static class ItemCounter
{
    /// <summary>The first non-zero count of: sub-headings and bold lines, table data rows, top-level list items, paragraphs.</summary>
    public static int Count(OutlineSection section, int tableRows, ReadingContext context)
    {
        var headings = section.Blocks.Count(block => block is HeadingBlock || BoldLine.Of(block) is not null);
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
