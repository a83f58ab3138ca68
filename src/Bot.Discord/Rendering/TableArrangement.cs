using Bot.Chat.Trees;
using Bot.Posts.Bodies;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Bot.Discord.Rendering;

/// <summary>
/// Replaces tables that do not fit a phone as a grid with cards (messages.md, rule 8), before a message is split into parts.
/// </summary>
internal static class TableArrangement
{
    /// <summary>Takes the message's tables apart if they do not fit.</summary>
    public static void Arrange(ContainerBlock container)
    {
        foreach (var block in container.OfType<ContainerBlock>().Where(block => block is not Table))
        {
            Arrange(block);
        }

        if (!container.OfType<Table>().Any(table => !GridRenderer.Fits(table)))
        {
            return;
        }

        foreach (var block in Nodes.Take(container))
        {
            foreach (var arranged in block is Table table && !GridRenderer.Fits(table) ? TableCards.Of(table).ToList() : [block])
            {
                container.Add(arranged);
            }
        }
    }
}
