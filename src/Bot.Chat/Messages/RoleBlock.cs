using Markdig.Syntax;

namespace Bot.Chat.Messages;

/// <summary>The role of a block, for roles that Markdown lacks.</summary>
public enum BlockRole
{
    /// <summary>The message's headline; holds one <see cref="HeadingBlock"/>.</summary>
    Headline,

    /// <summary>
    /// Small type: totals, windows, labels. In a root, the first contains the date line and then what changed; the last
    /// contains the rest of the lead.
    /// </summary>
    Small,

    /// <summary>The lead's first sentences under the root's headline.</summary>
    Deck,

    /// <summary>The root's list of sections: one <see cref="ContentsLine"/> per section.</summary>
    Contents,

    /// <summary>One contents entry: the first paragraph has heading and count, the second (if any) the names, small.</summary>
    ContentsLine,

    /// <summary>
    /// A self-contained funding round, table row or outlook horizon. Its blocks are set close together; lines within a
    /// paragraph are separated by hard breaks.
    /// </summary>
    Card,

    /// <summary>
    /// Many funding rounds: a paragraph that says in which order, then a table with a round a row. A platform without a table for so many
    /// shows a line a round.
    /// </summary>
    Rounds,

    /// <summary>The line that names the sources at the end of a section or an answer; small.</summary>
    Sources,

    /// <summary>A correction under the heading; small.</summary>
    Correction,
}

/// <summary>A container of blocks that plays a role. Has no parser: only the composer creates it.</summary>
public sealed class RoleBlock(BlockRole role) : ContainerBlock(parser: null)
{
    public BlockRole Role { get; } = role;
}
