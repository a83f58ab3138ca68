using Bot.Chat.Messages;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Chat.Trees;

/// <summary>Creates the Markdig nodes that the composer adds around the author's. Nodes passed in must be detached.</summary>
public static class Nodes
{
    public static LiteralInline Text(string text) => new(text);

    /// <summary>A line break that every renderer keeps.</summary>
    public static LineBreakInline Break() => new() { IsHard = true };

    public static EmphasisInline Bold(params IEnumerable<Inline> inlines) =>
        Fill(new EmphasisInline { DelimiterChar = '*', DelimiterCount = 2 }, inlines);

    public static LinkInline Link(string url, string text) => Fill(new LinkInline(url, ""), [Text(text)]);

    public static ParagraphBlock Paragraph(params IEnumerable<Inline> inlines) => new() { Inline = Fill(new ContainerInline(), inlines) };

    public static ParagraphBlock Paragraph(string text) => Paragraph([Text(text)]);

    /// <param name="level">2 for a root, 3 for a section, 4 and more within a section.</param>
    public static HeadingBlock Heading(int level, params IEnumerable<Inline> inlines) =>
        new(null!)
        {
            Level = level,
            HeaderChar = '#',
            Inline = Fill(new ContainerInline(), inlines),
        };

    public static RoleBlock Role(BlockRole role, params IEnumerable<Block> blocks)
    {
        var container = new RoleBlock(role);
        foreach (var block in blocks)
        {
            container.Add(block);
        }

        return container;
    }

    public static RoleBlock Small(string text) => Role(BlockRole.Small, Paragraph(text));

    /// <summary>Moves the inlines out of their parent, in order.</summary>
    public static List<Inline> Take(ContainerInline? container)
    {
        var inlines = container is null ? [] : container.ToList();
        foreach (var inline in inlines)
        {
            inline.Remove();
        }

        return inlines;
    }

    /// <summary>
    /// Inserts an inline before another. Markdig's own method does not link it to its left neighbour, which then keeps it
    /// after it is removed.
    /// </summary>
    public static void Before(Inline at, Inline inline)
    {
        if (at.PreviousSibling is { } left)
        {
            left.InsertAfter(inline);
        }
        else
        {
            at.InsertBefore(inline);
        }
    }

    /// <summary>Replaces a container with its contents.</summary>
    public static void Unwrap(ContainerInline container)
    {
        foreach (var inline in Take(container))
        {
            Before(container, inline);
        }

        container.Remove();
    }

    /// <summary>Moves the blocks out of their parents, in order.</summary>
    public static List<Block> Take(IEnumerable<Block> blocks)
    {
        var taken = blocks.ToList();
        foreach (var block in taken)
        {
            block.Parent?.Remove(block);
        }

        return taken;
    }

    private static T Fill<T>(T container, IEnumerable<Inline> inlines)
        where T : ContainerInline
    {
        foreach (var inline in inlines)
        {
            container.AppendChild(inline);
        }

        return container;
    }
}
