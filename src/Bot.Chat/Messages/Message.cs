using Bot.Briefings.Model;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Chat.Messages;

/// <summary>
/// A platform-neutral message: a Markdig tree plus what Markdown cannot express. Roles that Markdown lacks (headline,
/// small line, card, sources) are <see cref="RoleBlock"/>s in the tree. Each platform has one renderer that produces its
/// payload; it may consume the tree, so a message is rendered only once.
/// </summary>
/// <param name="Body">The content. The author's text is kept as nodes, never reparsed, so it cannot forge a role.</param>
public sealed record Message(MarkdownDocument Body)
{
    /// <summary>At most five, in order.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>The post that a reply is based on; null if none in particular.</summary>
    public PostLink? Post { get; init; }

    /// <summary>What the body says in words, to be drawn where that is possible; null: nothing.</summary>
    public Chart? Chart { get; init; }

    /// <summary>The section kind of a section post; null for a root or a reply.</summary>
    public SectionKind? Section { get; init; }

    /// <summary>For a root: the thread's name where threads have names, date first, uncut. Otherwise null.</summary>
    public string? ThreadName { get; init; }

    /// <summary>Language of the frame: of the bot's own words in the message.</summary>
    public Locale Locale { get; init; } = Locale.Japanese;

    /// <summary>The same message with a tree of its own.</summary>
    public Message Copied()
    {
        var body = new MarkdownDocument();
        foreach (var block in Body)
        {
            body.Add(Copy.Of(block));
        }

        return this with
        {
            Body = body,
        };
    }
}
