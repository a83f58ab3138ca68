using Markdig.Helpers;
using Markdig.Syntax.Inlines;

namespace Bot.Chat.Trees;

/// <summary>
/// Cuts inlines in two at an offset in their <see cref="FlatText"/>. A link, code or citation is never cut: it stays on
/// the left.
/// </summary>
public static class Cut
{
    /// <summary>Keeps everything before the offset in the container and returns the rest, with the same emphasis.</summary>
    public static ContainerInline At(ContainerInline container, int offset)
    {
        var rest = new ContainerInline();
        Move(container, offset, rest);
        return rest;
    }

    /// <summary>Drops spaces and breaks at both ends.</summary>
    public static T Trim<T>(T container)
        where T : ContainerInline
    {
        while (container.FirstChild is { } first && TrimEdge(first, start: true)) { }

        while (container.LastChild is { } last && TrimEdge(last, start: false)) { }

        return container;
    }

    /// <summary>Ranges that must not be cut because they are in a link or code; each (start, end), exclusive.</summary>
    public static IReadOnlyList<(int Start, int End)> Atoms(ContainerInline container)
    {
        var atoms = new List<(int, int)>();
        var at = 0;
        Collect(container, atoms, ref at);
        return atoms;
    }

    private static void Collect(ContainerInline container, List<(int Start, int End)> atoms, ref int at)
    {
        foreach (var inline in container)
        {
            if (inline is ContainerInline inner and not LinkInline)
            {
                Collect(inner, atoms, ref at);
                continue;
            }

            var length = FlatText.Length(inline);
            if (inline is not LiteralInline && length > 1)
            {
                atoms.Add((at, at + length));
            }

            at += length;
        }
    }

    private static void Move(ContainerInline from, int offset, ContainerInline to)
    {
        var at = 0;
        for (var inline = from.FirstChild; inline is not null; )
        {
            var next = inline.NextSibling;
            var length = FlatText.Length(inline);
            if (at >= offset)
            {
                inline.Remove();
                to.AppendChild(inline);
            }
            else if (at + length > offset)
            {
                MovePart(inline, offset - at, to);
            }

            at += length;
            inline = next;
        }
    }

    private static void MovePart(Inline inline, int offset, ContainerInline to)
    {
        switch (inline)
        {
            case LiteralInline literal:
                var text = literal.Content.ToString();
                literal.Content = new StringSlice(text[..offset]);
                to.AppendChild(new LiteralInline(text[offset..]));
                break;
            case EmphasisInline emphasis:
                var twin = new EmphasisInline { DelimiterChar = emphasis.DelimiterChar, DelimiterCount = emphasis.DelimiterCount };
                to.AppendChild(twin);
                Move(emphasis, offset, twin);
                break;
        }
    }

    /// <returns>True if the edge was dropped, so that the next one needs a check.</returns>
    private static bool TrimEdge(Inline edge, bool start)
    {
        switch (edge)
        {
            case LineBreakInline:
                edge.Remove();
                return true;
            case LiteralInline literal:
                var text = literal.Content.ToString();
                var kept = start ? text.TrimStart() : text.TrimEnd();
                if (kept.Length == 0)
                {
                    edge.Remove();
                    return true;
                }

                literal.Content = new StringSlice(kept);
                return false;
            case EmphasisInline emphasis:
                var inner = start ? emphasis.FirstChild : emphasis.LastChild;
                while (inner is not null && TrimEdge(inner, start))
                {
                    inner = start ? emphasis.FirstChild : emphasis.LastChild;
                }

                if (emphasis.FirstChild is null)
                {
                    emphasis.Remove();
                    return true;
                }

                return false;
            default:
                return false;
        }
    }
}
