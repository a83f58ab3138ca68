using Markdig.Syntax;

namespace Bot.Briefings.Entries;

/// <summary>An entry's blocks.</summary>
/// <param name="Form">The marks that made it an entry.</param>
/// <param name="Head">The block that opens it.</param>
/// <param name="Rest">Its other blocks, in order.</param>
internal sealed record EntrySpan(EntryForm Form, Block Head, List<Block> Rest);
