using Markdig.Syntax;

namespace Bot.Briefings.Entries;

/// <summary>The blocks of an entry.</summary>
/// <param name="Form">Which marks made it.</param>
/// <param name="Head">The block that opens it.</param>
/// <param name="Rest">What belongs to it besides, in order.</param>
internal sealed record EntrySpan(EntryForm Form, Block Head, List<Block> Rest);
