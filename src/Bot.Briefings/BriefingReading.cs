using Bot.Briefings.Model;
using Markdig.Syntax;

namespace Bot.Briefings;

/// <summary>What the reader returns: the data, and the syntax tree it was read from.</summary>
/// <param name="Briefing">The document as data.</param>
/// <param name="Document">
/// The Markdig tree of the whole document with <see cref="Citations.CitationInline"/> nodes. Owned by the caller, who may take it apart.
/// </param>
/// <param name="Sections">The top-level blocks of each section without its heading, parallel to <see cref="Briefing.Sections"/>.</param>
/// <param name="Preface">The blocks before the first section, including the lead but not the title.</param>
/// <param name="Loose">The blocks that belong to no section: bylines, disclaimers, sources without a heading.</param>
/// <param name="Source">The text as read: BOM dropped, NFC, nothing else changed. Positions in the tree are positions in it.</param>
public sealed record BriefingReading(
    Briefing Briefing,
    MarkdownDocument Document,
    IReadOnlyList<IReadOnlyList<Block>> Sections,
    IReadOnlyList<Block> Preface,
    IReadOnlyList<Block> Loose,
    string Source
);
