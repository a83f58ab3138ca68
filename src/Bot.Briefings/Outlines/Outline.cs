using Markdig.Syntax;

namespace Bot.Briefings.Outlines;

/// <summary>A document's parts, whatever marks its author chose.</summary>
/// <param name="Title">Plain text; null if there is none.</param>
/// <param name="TitleBlock">The title's block; null if the title comes from the front matter or there is none.</param>
/// <param name="ExtraTitles">Further H1s.</param>
/// <param name="Lead">Plain text of the first paragraph between the title and the first section.</param>
/// <param name="Opening">Everything before the first section, except the title.</param>
/// <param name="Sections">In file order.</param>
/// <param name="Loose">What belongs to no section: text after a rule that ends the last one, and references without a heading.</param>
internal sealed record Outline(
    string? Title,
    LeafBlock? TitleBlock,
    IReadOnlyList<HeadingBlock> ExtraTitles,
    string? Lead,
    IReadOnlyList<Block> Opening,
    IReadOnlyList<OutlineSection> Sections,
    IReadOnlyList<Block> Loose
);
