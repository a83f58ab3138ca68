using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Posts.Bodies;
using Bot.Posts.Funding;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Bot.Discord.Rendering;

/// <summary>
/// Replaces tables that do not fit a phone as a grid with cards, many rounds with lines (messages.md, rules 8 and 9), before a message is
/// split into parts.
/// </summary>
internal static class TableArrangement
{
    /// <summary>Takes the message's tables apart if they do not fit.</summary>
    public static void Arrange(ContainerBlock container, Locale locale)
    {
        foreach (
            var block in container.OfType<ContainerBlock>().Where(block => block is not (Table or RoleBlock { Role: BlockRole.Rounds }))
        )
        {
            Arrange(block, locale);
        }

        if (container.All(block => Arranged(block, locale) is null))
        {
            return;
        }

        foreach (var block in Nodes.Take(container))
        {
            foreach (var arranged in Arranged(block, locale)?.ToList() ?? [block])
            {
                container.Add(arranged);
            }
        }
    }

    /// <summary>Null for a block that stays; otherwise what takes its place, once it is enumerated.</summary>
    private static IEnumerable<Block>? Arranged(Block block, Locale locale) =>
        block switch
        {
            Table table when !GridRenderer.Fits(table) => TableCards.Of(table),
            RoleBlock { Role: BlockRole.Rounds } rounds => RoundTable.Lines(rounds, locale),
            _ => null,
        };
}
