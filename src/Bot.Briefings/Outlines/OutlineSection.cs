using Bot.Briefings.Entries;
using Bot.Briefings.Model;
using Markdig.Syntax;

namespace Bot.Briefings.Outlines;

/// <summary>A section as the document has it.</summary>
/// <param name="Heading">The line that names it, a heading or a bold line.</param>
/// <param name="Text">Plain text of the heading.</param>
/// <param name="Order">From 1.</param>
/// <param name="Kind">By the heading's meaning, or else by the content.</param>
/// <param name="Blocks">Everything below the heading up to the next section.</param>
internal sealed record OutlineSection(LeafBlock Heading, string Text, int Order, SectionKind Kind, List<Block> Blocks)
{
    /// <summary>Whether no word of the heading names a kind, so that the content decides.</summary>
    public bool IsSilent { get; init; }

    public IReadOnlyList<OutlineEntry> Entries { get; init; } = [];

    /// <summary>Items of the lists directly in the section.</summary>
    public IEnumerable<ListItemBlock> TopItems() => Blocks.OfType<ListBlock>().SelectMany(list => list.OfType<ListItemBlock>());
}
