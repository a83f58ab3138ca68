using Bot.Briefings.Model;
using Markdig.Syntax;

namespace Bot.Chat.Messages;

/// <summary>
/// A platform-neutral message: Markdown as a Markdig tree, plus what Markdown cannot say. Roles that Markdown lacks
/// (headline, small line, card, sources) are <see cref="RoleBlock"/>s in the tree. A platform renders it to its own
/// payload with one renderer; a renderer may take the tree apart, so a message is rendered once.
/// </summary>
/// <param name="Body">The content. Author's text is there as nodes, never re-parsed, so it cannot forge a role.</param>
public sealed record Message(MarkdownDocument Body)
{
    /// <summary>At most five, in order.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>Post that a reply answers from; null: none in particular.</summary>
    public PostLink? Post { get; init; }

    /// <summary>Kind of the section that a section post shows; null for a root or a reply.</summary>
    public SectionKind? Section { get; init; }

    /// <summary>Of a root: what its thread is called where threads have names, date first; uncut. Null for any other message.</summary>
    public string? ThreadName { get; init; }

    /// <summary>Language of the frame: of everything in the message that the bot says itself.</summary>
    public Locale Locale { get; init; } = Locale.Japanese;
}
