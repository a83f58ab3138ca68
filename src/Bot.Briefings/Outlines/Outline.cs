using Markdig.Syntax;

namespace Bot.Briefings.Outlines;

/// <summary>A document's parts, whatever marks its author chose.</summary>
/// <param name="Title">Plain text; null if there is none.</param>
/// <param name="TitleBlock">The block that is the title; null if it comes from the front matter or there is none.</param>
/// <param name="ExtraTitles">Further H1s.</param>
/// <param name="Lead">Plain text of the first paragraph between the title and the first section.</param>
/// <param name="Opening">What stands before the first section, without the title.</param>
/// <param name="Sections">In file order.</param>
/// <param name="Loose">What belongs to no section: what follows the last one after a rule, and references without a heading.</param>
internal sealed record Outline(
    string? Title,
    LeafBlock? TitleBlock,
    IReadOnlyList<HeadingBlock> ExtraTitles,
    string? Lead,
    IReadOnlyList<Block> Opening,
    IReadOnlyList<OutlineSection> Sections,
    IReadOnlyList<Block> Loose
);
