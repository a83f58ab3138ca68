using Markdig.Syntax;

namespace Bot.Chat.Messages;

/// <summary>What a block is for, where Markdown has no word for it.</summary>
public enum BlockRole
{
    /// <summary>The message's headline; holds one <see cref="HeadingBlock"/>.</summary>
    Headline,
    /// <summary>Small type: totals, windows, labels. In a root the first holds the date line and, second, what changed; the last the rest of the lead.</summary>
    Small,
    /// <summary>The lead's first sentences under the root's headline.</summary>
    Deck,
    /// <summary>The root's list of sections: holds one <see cref="ContentsLine"/> a section.</summary>
    Contents,
    /// <summary>One line of the contents: first paragraph heading and count, second (if any) the names, small.</summary>
    ContentsLine,
    /// <summary>A funding round, a table row or an outlook horizon that is read on its own; its blocks stand close together, lines within one paragraph are hard breaks.</summary>
    Card,
    /// <summary>The line that names the sources at the end of a section or an answer; small.</summary>
    Sources,
    /// <summary>A correction under the heading; small.</summary>
    Correction,
}

/// <summary>A container of blocks that plays a role. Parser-less: only the composer makes it.</summary>
public sealed class RoleBlock(BlockRole role) : ContainerBlock(parser: null)
{
    public BlockRole Role { get; } = role;
}
