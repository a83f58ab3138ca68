using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Chat.Trees;

/// <summary>Visits all inlines of a block in reading order. (Markdig's own Descendants skips a leaf it is called on.)</summary>
public static class Walk
{
    public static IEnumerable<T> Inlines<T>(Block block)
        where T : Inline =>
        block switch
        {
            ContainerBlock container => container.SelectMany(Inlines<T>),
            LeafBlock { Inline: { } inline } => Inlines<T>(inline),
            _ => [],
        };

    public static IEnumerable<T> Inlines<T>(ContainerInline container)
        where T : Inline
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is T wanted)
            {
                yield return wanted;
            }

            if (inline is ContainerInline inner)
            {
                foreach (var found in Inlines<T>(inner))
                {
                    yield return found;
                }
            }
        }
    }
}
